//! What axe-core finds on a page: nothing, or the test fails and names it.

use std::fs;

use serde_json::Value;

use crate::window::{Window, project};

/// The rules that a page breaks, one line each: the rule, what it asks, and the elements.
pub async fn violations(window: &Window) -> Vec<String> {
    let axe = project().join("ui/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe-core among the page's npm packages");
    window.run(&format!("if (!window.axe) {{ {axe} }}"), vec![]).await;
    // What fades in has a weak contrast until it is there.
    window.until_it_stands_still().await;
    let run = "const done = arguments[arguments.length - 1];
               axe.run(document).then(found => done(found.violations), error => done([{id: String(error)}]));";
    let found = window.page.execute_async(run, vec![]).await.expect("axe runs in the page");
    found.as_array().expect("axe answers with a list").iter().map(line).collect()
}

/// Fails with every broken rule when axe finds anything.
pub async fn check(window: &Window, screen: &str) {
    let found = violations(window).await;
    assert!(found.is_empty(), "axe finds on «{screen}»:\n{}", found.join("\n"));
}

fn line(violation: &Value) -> String {
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let places: Vec<String> = violation["nodes"]
        .as_array()
        .map(|nodes| {
            nodes.iter().map(|node| format!("{} ({})", said(&node["html"]), said(&node["any"][0]["message"]))).collect()
        })
        .unwrap_or_default();
    format!("{}: {} {}", said(&violation["id"]), said(&violation["help"]), places.join(" | "))
}
