//! The window opens, is what it says, and cannot be reached past its walls.

use serde_json::json;

use crate::accessibility;
use crate::window::Window;

#[tokio::test]
async fn the_window_opens_with_a_heading_and_without_faults_that_axe_knows() {
    let window = Window::open(&[]).await;
    assert_eq!(window.page.title().await.expect("a title"), "Personvernsak");
    window.see("Personvernsak").await;
    assert_eq!(window.run("return document.documentElement.lang", vec![]).await, json!("nb"));
    accessibility::check(&window, "åpning").await;
    window.picture("00-opening").await;
    window.close().await.expect("the window closes");
}

/// Without this nobody would know whether axe finds nothing or looks at nothing.
#[tokio::test]
async fn axe_finds_a_picture_without_words() {
    let window = Window::open(&[]).await;
    window.run("document.body.append(document.createElement('img'))", vec![]).await;
    let found = accessibility::violations(&window).await;
    assert!(
        found.iter().any(|line| line.starts_with("image-alt")),
        "axe is silent about a picture without words: {found:?}"
    );
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn the_page_can_neither_run_foreign_script_nor_call_what_is_not_listed() {
    let window = Window::open(&[]).await;
    // The page's policy says what it stopped; that the thing merely failed would prove nothing.
    for (what, attempt) in [
        (
            "script-src-elem",
            "const script = document.createElement('script'); script.textContent = '1'; document.head.append(script);",
        ),
        ("script-src", "try { new Function('return 1')() } catch {}"),
        (
            "style-src-elem",
            "const style = document.createElement('style'); style.textContent = 'a{}'; document.head.append(style);",
        ),
        ("connect-src", "fetch('http://127.0.0.1:9/').catch(() => {});"),
        ("img-src", "new Image().src = 'http://127.0.0.1:9/a.png';"),
    ] {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), {{once: true}});
             setTimeout(() => done('nothing was stopped'), 3000);
             {attempt}"
        );
        let stopped = window.page.execute_async(&script, vec![]).await.expect("the page answers");
        assert_eq!(stopped, json!(what));
    }
    for command in ["plugin:opener|open_path", "plugin:dialog|open", "plugin:window|close", "no_such_command"] {
        let call = "const [command, done] = arguments;
                    window.__TAURI_INTERNALS__.invoke(command, {path: '/etc/passwd', options: {}})
                      .then(() => done('allowed'), error => done(String(error)))";
        let answer = window.page.execute_async(call, vec![json!(command)]).await.expect("the page answers");
        assert!(
            answer.as_str().is_some_and(|text| text.contains("not allowed") || text.contains("not found")),
            "{command}: {answer}"
        );
    }
    window.close().await.expect("the window closes");
}
