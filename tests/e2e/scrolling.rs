//! A list of several thousand rows is scrolled to its end and back; how long each frame keeps the page busy is printed, and
//! `docs/performance.md` has the figures.

use serde_json::json;

use crate::first_run::NOW;
use crate::office::{CASEWORKER, Office, unlock};

/// How many requests there are. Each page of the list adds to the rows that are on the screen.
const REQUESTS: u32 = 2000;

/// Scrolls the list for four seconds by what a wheel does, and measures how long each frame kept the page busy: from when
/// it was told of the frame until a message to itself came through, which waits for style, layout and painting.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const list = document.querySelector('.case-list-pane');
    const busy = [];
    const channel = new MessageChannel();
    let began = 0;
    let down = true;
    const end = performance.now() + 4000;
    channel.port1.onmessage = () => {
      busy.push(performance.now() - began);
      if (performance.now() < end) requestAnimationFrame(frame);
      else done([list.querySelectorAll('[data-case]').length, busy.length, Math.max(...busy),
                 busy.toSorted((one, other) => one - other)[Math.floor(busy.length * 0.99)], list.scrollHeight, list.scrollTop]);
    };
    const frame = () => {
      began = performance.now();
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 2) down = false;
      if (list.scrollTop <= 0) down = true;
      list.scrollBy(0, down ? 240 : -240);
      channel.port2.postMessage(0);
    };
    requestAnimationFrame(frame);";

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
    println!("rows, frames, longest ms, 99 % ms, height, at: {few}");
    let more = "const button = [...document.querySelectorAll('.case-list-pane button')].find(each => each.innerText === 'Vis flere');
                if (button?.getAttribute('aria-busy') !== 'true') button?.click();
                return !button";
    window.until("every row", more).await;
    let measured = window.page.execute_async(SCROLL, vec![]).await.expect("the page scrolls");
    println!("rows, frames, longest ms, 99 % ms, height, at: {measured}");
    assert_eq!(measured[0], json!(REQUESTS), "every row is there");
    assert!(measured[1].as_u64() > Some(60), "the list moved: {measured}");
    window.close().await.expect("the window closes");
}
