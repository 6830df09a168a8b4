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
    let run = "const done = arguments[arguments.length - 1];
               const still = Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})));
               const patience = new Promise(enough => setTimeout(enough, 10000));
               Promise.race([still, patience]).then(() => axe.run(document))
                 .then(found => done(found.violations), error => done([{id: String(error)}]));";
    let found = window.page.execute_async(run, vec![]).await.expect("axe runs in the page");
    found.as_array().expect("axe answers with a list").iter().map(line).collect()
}

/// Fails with every broken rule when axe finds anything.
pub async fn check(window: &Window, screen: &str) {
    let found = violations(window).await;
    assert!(found.is_empty(), "axe finds on «{screen}»:\n{}", found.join("\n"));
}

fn line(violation: &Value) -> String {
    let text = |key: &str| violation[key].as_str().unwrap_or_default().to_owned();
    let places: Vec<String> = violation["nodes"]
        .as_array()
        .map(|nodes| nodes.iter().map(|node| node["html"].as_str().unwrap_or_default().to_owned()).collect())
        .unwrap_or_default();
    format!("{}: {} {}", text("id"), text("help"), places.join(" | "))
}
