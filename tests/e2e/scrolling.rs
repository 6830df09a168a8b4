//! A list of several thousand rows is scrolled to its end and back; how long the page's thread is busy at a time is printed,
//! and `docs/performance.md` has the figures.

use serde_json::json;

use crate::first_run::NOW;
use crate::office::{CASEWORKER, Office, unlock};

/// How many requests there are. Each page of the list adds to the rows that are on the screen.
const REQUESTS: u32 = 2000;

/// Scrolls the list for four seconds by what a wheel does, once in each frame, and measures how long the page's thread was busy
/// at a time: the page sends messages to itself without end, and what stands between two of them is one task, a script or
/// style, layout and painting. The time that a frame merely waits for the display is not in it, since messages go on then.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const list = document.querySelector('.case-list-pane');
    const tasks = [];
    const channel = new MessageChannel();
    let last = performance.now();
    let frames = 0;
    let down = true;
    const end = performance.now() + 4000;
    channel.port1.onmessage = () => {
      const now = performance.now();
      tasks.push(now - last);
      last = now;
      if (now < end) return channel.port2.postMessage(0);
      const sorted = tasks.toSorted((one, other) => other - one);
      done([list.querySelectorAll('[data-case]').length, frames, sorted[0], sorted[Math.floor(frames / 100)],
            list.scrollHeight, list.scrollTop]);
    };
    const frame = () => {
      frames += 1;
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 2) down = false;
      if (list.scrollTop <= 0) down = true;
      list.scrollBy(0, down ? 240 : -240);
      if (performance.now() < end) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    channel.port2.postMessage(0);";

#[tokio::test]
#[ignore = "registers two thousand requests; ./test --long runs it"]
async fn two_thousand_rows_scroll_to_the_end_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    for number in 0..REQUESTS {
        let day = 1 + number % 27;
        office.register("kpr", "innsyn", &format!("2026-02-{day:02}"), None);
    }
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    // The first page alone, to tell what the rows add.
    let few = window.page.execute_async(SCROLL, vec![]).await.expect("the page scrolls");
    println!("rows, frames, longest task in ms, the same for all frames but one in a hundred, height, at: {few}");
    let more = "const button = [...document.querySelectorAll('.case-list-pane button')].find(each => each.innerText === 'Vis flere');
                if (button?.getAttribute('aria-busy') !== 'true') button?.click();
                return !button";
    window.until("every row", more).await;
    let measured = window.page.execute_async(SCROLL, vec![]).await.expect("the page scrolls");
    println!("the same with every row: {measured}");
    assert_eq!(measured[0], json!(REQUESTS), "every row is there");
    assert!(measured[1].as_u64() > Some(60), "the list moved: {measured}");
    window.close().await.expect("the window closes");
}
