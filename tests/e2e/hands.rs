//! What a person does in the window, said in the words that stand on the screen.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::window::{PATIENCE, Window};

/// Keys without a letter, as WebDriver writes them.
pub mod key {
    /// Lets go of a held key; with none held, WebKit writes it as a letter.
    pub const RELEASE: &str = "\u{e000}";
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const BACKSPACE: &str = "\u{e003}";
    pub const END: &str = "\u{e010}";
    pub const CONTROL: &str = "\u{e009}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const LEFT: &str = "\u{e012}";
    pub const UP: &str = "\u{e013}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
    pub const F6: &str = "\u{e036}";
}

/// Finds the topmost element that people would call by a name: a button, a link, a choice.
const NAMED: &str = "
    const [kinds, name] = arguments;
    const dialog = document.querySelector('dialog[open]');
    const words = element => (element.getAttribute('aria-label') ?? element.innerText ?? '').replace(/\\s+/g, ' ').trim();
    const seen = [...(dialog ?? document).querySelectorAll(kinds)]
      .filter(element => element.checkVisibility() && element.getAttribute('aria-disabled') !== 'true');
    const found = seen.find(element => words(element) === name) ?? seen.find(element => words(element).startsWith(name));
    document.querySelectorAll('[data-found]').forEach(element => element.removeAttribute('data-found'));
    found?.setAttribute('data-found', '');
    return !!found;";

/// Finds the field under a label.
const LABELLED: &str = "
    const [name] = arguments;
    const dialog = document.querySelector('dialog[open]');
    const label = [...(dialog ?? document).querySelectorAll('label')]
      .find(label => label.checkVisibility() && label.innerText.trim() === name);
    document.querySelectorAll('[data-found]').forEach(element => element.removeAttribute('data-found'));
    label?.control?.setAttribute('data-found', '');
    return !!label?.control;";

impl Window {
    /// Presses a button, a link or a tab by the words on it.
    pub async fn press(&self, name: &str) {
        let kinds = json!("button, a[href], summary, [role=tab]");
        let button = self.found(NAMED, vec![kinds, json!(name)], name).await;
        // What peeps out at the edge of a pane is scrolled to first, as a person would.
        self.run("document.querySelector('[data-found]').scrollIntoView({ block: 'center' })", vec![]).await;
        button.click().await.unwrap_or_else(|error| panic!("«{name}» cannot be pressed: {error}"));
    }

    /// Types into the field under a label, after what stands there.
    pub async fn write(&self, label: &str, text: &str) {
        let field = self.found(LABELLED, vec![json!(label)], label).await;
        field.send_keys(text).await.unwrap_or_else(|error| panic!("«{label}» cannot be written in: {error}"));
    }

    /// Writes into the field under a label instead of what stands there.
    pub async fn rewrite(&self, label: &str, text: &str) {
        let field = self.found(LABELLED, vec![json!(label)], label).await;
        let before = self.run("return document.querySelector('[data-found]').value.length", vec![]).await;
        let before = usize::try_from(before.as_u64().unwrap_or_default()).unwrap_or_default();
        let keys = format!("{}{}{text}", key::END, key::BACKSPACE.repeat(before));
        field.send_keys(&keys).await.unwrap_or_else(|error| panic!("«{label}» cannot be written in: {error}"));
        let stands = format!("return document.querySelector('[data-found]').value === {}", json!(text));
        self.until(&format!("«{text}» under «{label}»"), &stands).await;
    }

    /// Chooses from the list under a label.
    pub async fn choose(&self, label: &str, choice: &str) {
        let list = self.found(LABELLED, vec![json!(label)], label).await;
        list.select_by_label(choice).await.unwrap_or_else(|error| panic!("«{label}» has no «{choice}»: {error}"));
    }

    /// Ticks a box or a choice among several, by the words beside it.
    pub async fn tick(&self, name: &str) {
        let script = "
            const [name] = arguments;
            const dialog = document.querySelector('dialog[open]');
            const words = input => input.getAttribute('aria-label') ?? input.labels?.[0]?.innerText ?? '';
            const found = [...(dialog ?? document).querySelectorAll('input[type=checkbox], input[type=radio]')]
              .find(input => words(input).trim().startsWith(name));
            document.querySelectorAll('[data-found]').forEach(element => element.removeAttribute('data-found'));
            // A box that is drawn by its label is pressed there.
            const drawn = found && found.getBoundingClientRect().width > 4 && getComputedStyle(found).opacity !== '0';
            (drawn ? found : found?.labels[0])?.setAttribute('data-found', '');
            return !!found;";
        let choice = self.found(script, vec![json!(name)], name).await;
        choice.click().await.unwrap_or_else(|error| panic!("«{name}» cannot be ticked: {error}"));
        let ticked = "const found = document.querySelector('[data-found]'); return (found.control ?? found).checked";
        self.until(&format!("«{name}» ticked"), ticked).await;
    }

    /// Presses keys, whatever has the focus.
    pub async fn keys(&self, keys: &str) {
        let began = Instant::now();
        loop {
            let focused = self.page.active_element().await.expect("something has the focus");
            match focused.send_keys(keys).await {
                Ok(()) => return,
                // What had the focus went away just then; whatever has it now is as good.
                Err(error) if error.is_stale_element_reference() && began.elapsed() < PATIENCE => {}
                Err(error) => panic!("the keys are not pressed: {error}"),
            }
        }
    }

    /// Presses a key while Control is held.
    pub async fn control(&self, key: &str) {
        self.keys(&format!("{}{key}{}", key::CONTROL, key::RELEASE)).await;
    }

    /// Waits until a script in the page says true.
    pub async fn until(&self, what: &str, script: &str) {
        let began = Instant::now();
        while self.run(script, vec![]).await != Value::Bool(true) {
            assert!(began.elapsed() < PATIENCE, "{what} never came; the page says:\n{}", self.text().await);
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the picture of the letter is drawn: the canvas has ink on it.
    pub async fn until_letter_is_drawn(&self) {
        self.until(
            "the picture of the letter",
            "const canvas = document.querySelector('.pdf-frame canvas');
             if (!canvas || canvas.width < 100 || canvas.closest('[aria-busy=true]')) return false;
             const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
             for (let at = 0; at < dots.length; at += 4) if (dots[at + 3] > 0 && dots[at] < 128) return true;
             return false;",
        )
        .await;
    }

    /// A dialog that is still sliding in is not where one aims, and is pale; it begins to slide in a frame after it came, or in a
    /// later one on a busy machine. Whatever stood still for some frames stands still.
    pub async fn until_it_stands_still(&self) {
        let still = "const done = arguments[arguments.length - 1];
                     const moves = () => document.getAnimations().some(each => each.playState === 'running'
                         && each.effect.getComputedTiming().iterations !== Infinity)
                       || [...document.querySelectorAll('dialog[open]')].some(each => getComputedStyle(each).opacity !== '1');
                     let frames = 0;
                     const look = () => {
                       if (moves()) return done(false);
                       frames += 1;
                       return frames < 4 ? requestAnimationFrame(look) : done(true);
                     };
                     setTimeout(() => done(!moves()), 1000);
                     requestAnimationFrame(look);";
        let began = Instant::now();
        while self.page.execute_async(still, vec![]).await.expect("the page answers") != Value::Bool(true) {
            assert!(began.elapsed() < PATIENCE, "the page never stands still; it says:\n{}", self.text().await);
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn found(&self, script: &str, arguments: Vec<Value>, name: &str) -> Element {
        let began = Instant::now();
        while self.run(script, arguments.clone()).await != Value::Bool(true) {
            assert!(began.elapsed() < PATIENCE, "«{name}» never came; the page says:\n{}", self.text().await);
            sleep(Duration::from_millis(50)).await;
        }
        self.until_it_stands_still().await;
        let found = self.page.find(Locator::Css("[data-found]")).await;
        found.unwrap_or_else(|error| panic!("«{name}» went away: {error}"))
    }
}
