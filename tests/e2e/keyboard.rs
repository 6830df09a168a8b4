//! Everything on a screen is reached by Tab, and one sees where one is.

use std::collections::BTreeSet;

use serde_json::json;

use crate::hands::key;
use crate::window::Window;

/// Numbers everything that Tab should stop at, and answers with its names. A group of radio buttons is one stop, as
/// is a list that arrows move in, which says so with tabindex.
const STOPS: &str = "
    const groups = new Set();
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter(element => element.checkVisibility() && !element.disabled && element.tabIndex >= 0)
      .filter(element => {
        if (element.type !== 'radio') return true;
        const chosen = document.querySelector(`input[type=radio][name=\"${element.name}\"]:checked`);
        if (chosen ? chosen !== element : groups.has(element.name)) return false;
        groups.add(element.name);
        return true;
      });
    document.querySelectorAll('[data-stop]').forEach(element => element.removeAttribute('data-stop'));
    stops.forEach((element, number) => {
      element.setAttribute('data-stop', number);
      element.toggleAttribute('data-appears', element !== document.activeElement && element.getBoundingClientRect().width <= 2);
    });
    return stops.map(element => `${element.tagName} ${element.id} ${(element.getAttribute('aria-label') ?? element.innerText ?? '').slice(0, 40)}`);";

/// Which stop has the focus, and whether one can see it: a ring around it or what it lies in, or it shows only now.
const FOCUSED: &str = "
    const element = document.activeElement;
    const ringed = element => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    };
    const around = [element, element.parentElement, element.closest('tr'), element.nextElementSibling].filter(each => each);
    const appeared = element.hasAttribute('data-appears') && element.getBoundingClientRect().width > 2;
    // Where it stands in its part of the page, wherever that is scrolled to.
    const part = element.closest('dialog, [data-pane], nav, header, footer, form') ?? document.body;
    const box = element.getBoundingClientRect();
    let scrolled = 0;
    for (let each = element.parentElement; each; each = each.parentElement) scrolled += each.scrollTop;
    const parts = [...document.querySelectorAll('*')];
    const place = [parts.indexOf(part), Math.round(box.top + scrolled), Math.round(box.bottom + scrolled)];
    return [element.getAttribute('data-stop'), appeared || around.some(ringed), ...place];";

/// Fails with what Tab never reaches on a screen, or reaches unseen.
pub async fn check(window: &Window, screen: &str) {
    let problems = problems(window).await;
    if !problems.is_empty() {
        window.picture("keyboard-failure").await;
        panic!("on «{screen}»:\n{}\nThe page says:\n{}", problems.join("\n"), window.text().await);
    }
}

/// Presses Tab all the way around the page.
async fn problems(window: &Window) -> Vec<String> {
    let stops: Vec<String> = serde_json::from_value(window.run(STOPS, vec![]).await).expect("the names of the stops");
    let mut unreached: BTreeSet<usize> = (0..stops.len()).collect();
    let mut unseen = BTreeSet::new();
    let mut upwards = BTreeSet::new();
    let mut before: Option<Place> = None;
    // Twice around: the focus begins anywhere, and leaves the page once on the way.
    for _ in 0..stops.len() * 2 + 4 {
        window.keys(key::TAB).await;
        let answer = window.run(FOCUSED, vec![]).await;
        let Some(stop) = answer[0].as_str().and_then(|number| number.parse::<usize>().ok()) else { continue };
        unreached.remove(&stop);
        let number = |at: usize| answer[at].as_i64().unwrap_or_default();
        let place = Place { stop, part: number(2), top: number(3), bottom: number(4) };
        if let Some(before) = before.replace(place).filter(|before| before.part == place.part && before.stop < stop)
            && place.bottom <= before.top
        {
            upwards.insert((before.stop, stop));
        }
        if answer[1] != json!(true) {
            unseen.insert(stop);
        }
        if unreached.is_empty() {
            break;
        }
    }
    let unreached = unreached.into_iter().map(|stop| format!("Tab never reaches {}", stops[stop]));
    let unseen = unseen.into_iter().map(|stop| format!("one cannot see the focus on {}", stops[stop]));
    let upwards = upwards.into_iter().map(|(from, to)| format!("Tab goes up from {} to {}", stops[from], stops[to]));
    unreached.chain(unseen).chain(upwards).collect()
}

/// A stop of Tab, and where it stands in its part of the page: within a part one reads downwards.
#[derive(Clone, Copy)]
struct Place {
    stop: usize,
    part: i64,
    top: i64,
    bottom: i64,
}

#[tokio::test]
async fn a_button_that_stands_above_the_one_before_it_is_told() {
    let window = Window::open(&[]).await;
    let spoil = "document.body.innerHTML =
                   '<h1>x</h1><div><button id=\"below\">a</button><button id=\"above\">b</button></div>';
                 const sheet = new CSSStyleSheet();
                 sheet.replaceSync('div { display: flex; flex-direction: column-reverse } button:focus { outline: 3px solid }');
                 document.adoptedStyleSheets = [sheet];";
    window.run(spoil, vec![]).await;
    assert_eq!(problems(&window).await, ["Tab goes up from BUTTON below a to BUTTON above b"]);
    window.close().await.expect("the window closes");
}

/// Without this nobody would know whether the check can fail.
#[tokio::test]
async fn a_button_that_hides_the_focus_or_is_never_reached_is_told() {
    let window = Window::open(&[]).await;
    let spoil = "document.body.innerHTML =
                   '<h1>x</h1><button>a</button><button id=\"unseen\">b</button><button id=\"unreached\">c</button>';
                 const sheet = new CSSStyleSheet();
                 sheet.replaceSync('button:focus { outline: 3px solid } #unseen:focus { outline: none; box-shadow: none }');
                 document.adoptedStyleSheets = [sheet];
                 document.getElementById('unreached').addEventListener('focus', event => event.target.blur());";
    window.run(spoil, vec![]).await;
    let told = problems(&window).await;
    assert_eq!(told, ["Tab never reaches BUTTON unreached c", "one cannot see the focus on BUTTON unseen b"]);
    window.close().await.expect("the window closes");
}
