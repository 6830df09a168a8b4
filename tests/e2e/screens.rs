//! Every screen over the demonstration's requests, in four sizes and both themes: nothing runs out at the side, axe finds
//! nothing, and a picture of each is kept to be looked at beside the others.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::json;
use tokio::time::sleep;

use crate::accessibility;
use crate::first_run::{NOW, PASSPHRASE};
use crate::hands::key;
use crate::window::{Theme, Window};

/// How large the window is, and how often the page is made one step larger.
struct Size {
    name: &'static str,
    window: (u32, u32),
    steps: usize,
    percent: u32,
}

const SIZES: [Size; 4] = [
    Size { name: "1280x800", window: (1280, 800), steps: 0, percent: 100 },
    Size { name: "1920x1080", window: (1920, 1080), steps: 0, percent: 100 },
    Size { name: "200-percent", window: (1280, 800), steps: 5, percent: 200 },
    Size { name: "400-percent", window: (1280, 800), steps: 8, percent: 400 },
];

#[tokio::test]
#[ignore = "takes some minutes; ./test --long runs it"]
async fn every_screen_fits_in_every_size_and_theme() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration(folder.path());
    let mut problems = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        for size in &SIZES {
            let store = folder.path().join("lager");
            let window = Window::open_in(theme, &["--now", NOW, "--store", &store.display().to_string()]).await;
            let mut walk = Walk { window: &window, theme, size, problems: &mut problems };
            walk.whole().await;
            window.close().await.expect("the window closes");

            let window = Window::open_in(theme, &["--now", NOW, "--store", &store.display().to_string()]).await;
            let mut walk = Walk { window: &window, theme, size, problems: &mut problems };
            walk.of_the_officer().await;
            window.close().await.expect("the window closes");
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The store that `personvernsak demo` makes, by the command line beside these tests.
pub fn demonstration(folder: &Path) {
    let this = env::current_exe().expect("this program");
    let program = this.ancestors().nth(2).expect("the folder of this build").join("personvernsak");
    fs::write(folder.join("passfrase"), PASSPHRASE).expect("written");
    let made = Command::new(program)
        .args(["demo", "--now", NOW, "--store"])
        .arg(folder.join("lager"))
        .arg("--passphrase-file")
        .arg(folder.join("passfrase"))
        .output()
        .expect("the command line runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// The buttons and fields that stand partly outside the window at the side, or whose words do not fit in them. What lies in
/// a box of its own that scrolls sideways, as wide tables do, can be brought into sight; a whole pane that does so hides things.
const CUT: &str = "
    const scrolls = element => {
      for (let each = element.parentElement; each; each = each.parentElement)
        if (each.scrollWidth > each.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX))
          return !each.matches('.pane, .content, dialog');
      return false;
    };
    return [...document.querySelectorAll('button, input, select, textarea, h1, h2')]
      .filter(element => element.checkVisibility() && !element.closest('.ds-sr-only'))
      .filter(element => {
        const box = element.getBoundingClientRect();
        if (box.width <= 2 || scrolls(element)) return false;
        const hidden = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 2;
        return box.left < -1 || box.right > innerWidth + 1 || (element.tagName === 'BUTTON' && hidden);
      })
      .map(element => (element.innerText || element.getAttribute('aria-label') || element.id).slice(0, 60));";

/// The data protection officer of the demonstration.
const OFFICER: &str = "Per-Arne Nordviken";

struct Walk<'a> {
    window: &'a Window,
    theme: Theme,
    size: &'a Size,
    problems: &'a mut Vec<String>,
}

impl Walk<'_> {
    /// Gives the window and the page their size.
    async fn enlarged(&mut self) {
        let window = self.window;
        let (width, height) = self.size.window;
        window.page.set_window_size(width, height).await.expect("a window of this size");
        let dark = window.run("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await;
        assert_eq!(dark, json!(self.theme == Theme::Dark), "the page knows its theme");
        for _ in 0..self.size.steps {
            self.enlarge().await;
        }
        let wide = width * 100 / self.size.percent;
        window.until("the size", &format!("return Math.abs(innerWidth - {wide}) <= 2")).await;
    }

    /// The places that the data protection officer has.
    async fn of_the_officer(&mut self) {
        let window = self.window;
        window.see("Lås opp").await;
        window.choose("Bruker", OFFICER).await;
        self.enlarged().await;
        window.write("Passfrase", PASSPHRASE).await;
        window.keys(key::ENTER).await;
        window.until("the first screen", "return !!document.querySelector('.workspace h1')").await;

        self.go("Tall").await;
        window.see("Slik er det telt").await;
        for tab in ["Register", "Rettighet", "Spor", "Måned"] {
            self.press(tab).await;
            self.look(&format!("tall-{}", tab.to_lowercase())).await;
        }

        self.go("Prognose").await;
        window.until("the forecast or why there is none", "return !document.querySelector('.loading')").await;
        self.look("prognose").await;
        self.press("Hva om").await;
        window.see("Ny helligdag").await;
        self.look("hva-om").await;

        self.go("Gjennomgang").await;
        window.see("Gjennomgang av datoene").await;
        self.look("gjennomgang").await;
        self.press("Trekk saker").await;
        window.see("Startverdi").await;
        self.look("gjennomgang-trekk").await;
        self.press("Avbryt").await;

        self.go("Innboks").await;
        window.see("Innboks for personvernombudet").await;
        self.look("innboks").await;
        self.press("Ny henvendelse til ombudet").await;
        window.see("Hva det gjelder").await;
        self.look("innboks-ny").await;
        self.press("Avbryt").await;
    }

    async fn whole(&mut self) {
        let window = self.window;
        self.enlarged().await;
        self.look("las-opp").await;
        window.write("Passfrase", PASSPHRASE).await;
        window.keys(key::ENTER).await;
        window.until("the list", "return !!document.querySelector('[data-case]')").await;
        self.look("arbeidsliste").await;
        let case = window.run("return document.querySelector('[data-case]').getAttribute('data-case')", vec![]).await;
        let case = case.as_str().expect("the number of a case").to_owned();

        self.go("§ 25-saker").await;
        window.until("the list", "return !!document.querySelector('[data-case]')").await;
        self.look("paragraf-25").await;

        self.go("Frister").await;
        window.until("the list", "return !!document.querySelector('[data-case]')").await;
        for figure in ["Forfalt", "Satt på vent", "Forlenget", "Ubesvart"] {
            self.press(figure).await;
            window.until("the list", "return !!document.querySelector('[data-case], .empty')").await;
            self.look(&format!("frister-{}", figure.to_lowercase().replace(' ', "-"))).await;
        }

        self.go("Begrensninger").await;
        window.see("Gjeldende begrensninger og reservasjoner").await;
        window.until("the list", "return !!document.querySelector('[data-case], .empty')").await;
        self.look("begrensninger").await;

        self.go("Registre").await;
        window.until("the registers", "return !!document.querySelector('[data-register=kpr]')").await;
        self.look("registre").await;
        self.press("KPR").await;
        for (tab, words) in
            [("Rettigheter", "Begrenset lagring"), ("Artikkel 15", "Bokstav h"), ("Ansvar og kontakt", "Kontakt")]
        {
            self.press(tab).await;
            window.see(words).await;
            self.look(&format!("registre-{}", tab.to_lowercase().replace(' ', "-"))).await;
        }

        self.go("Innstillinger").await;
        window.see("Sikkerhetskopi").await;
        self.look("innstillinger").await;
        self.press("Legg til bruker").await;
        window.see("La brukeren skrive den selv.").await;
        self.look("legg-til-bruker").await;
        self.press("Avbryt").await;
        self.press("Avslutt en tilgang").await;
        window.see("Brukeren kan ikke lenger låse opp lageret.").await;
        self.look("avslutt-en-tilgang").await;
        self.press("Avbryt").await;

        window.control("n").await;
        window.see("Det som kom inn").await;
        window.control(key::ENTER).await;
        window.see("Rett 5 ting før du registrerer").await;
        self.look("ny-henvendelse").await;

        self.go("Arbeidsliste").await;
        self.press(&case).await;
        for tab in ["Sjekkliste", "Brev", "Tidslinje", "Oppgaver", "Notater", "Personen"] {
            self.press(tab).await;
            self.look(&format!("sak-{}", tab.to_lowercase())).await;
        }
        self.press("Brev").await;
        self.press("Skriv brevet").await;
        window.see("Kontakt").await;
        window.until_letter_is_drawn().await;
        self.look("brev").await;

        window.control("k").await;
        window.see("På denne skjermen").await;
        self.look("finn-handling").await;
        window.keys("brukerveiledning").await;
        window.keys(key::ENTER).await;
        window.see("Registrere en henvendelse").await;
        self.look("brukerveiledning").await;

        // The same in the languages whose words are longer.
        for (language, all, settings) in
            [("nynorsk", "Alle opne saker", "Tryggingskopi"), ("english", "All open cases", "Backup")]
        {
            window.control("k").await;
            window.until("the palette", "return !!document.querySelector('dialog[open] [role=combobox]')").await;
            window.keys(language).await;
            window.keys(key::ENTER).await;
            window.control("1").await;
            window.see(all).await;
            self.look(&format!("arbeidsliste-{language}")).await;
            window.control("5").await;
            window.see(settings).await;
            self.look(&format!("innstillinger-{language}")).await;
            window.control("k").await;
            window.keys(&case).await;
            window.keys(key::ENTER).await;
            window.until("the case", "return !!document.querySelector('.case [role=tab]')").await;
            self.look(&format!("sak-{language}")).await;
        }
        window.control("k").await;
        window.keys("bokmål").await;
        window.keys(key::ENTER).await;
        window.until("bokmål", "return document.documentElement.lang === 'nb'").await;
    }

    /// Makes the page one step larger. The screen that asks for the passphrase stands before the keys are heard.
    async fn enlarge(&self) {
        let before = self.window.run("return innerWidth", vec![]).await;
        for _ in 0..30 {
            self.window.control("+").await;
            for _ in 0..20 {
                if self.window.run("return innerWidth", vec![]).await != before {
                    return;
                }
                sleep(Duration::from_millis(50)).await;
            }
        }
        panic!("the page never grows");
    }

    /// Goes to a place of the main menu, which a narrow page folds away.
    async fn go(&self, place: &str) {
        let folded = "return [...document.querySelectorAll('button')]
                        .some(each => each.checkVisibility() && each.innerText.trim() === 'Meny')";
        if self.window.run(folded, vec![]).await == json!(true) {
            self.press("Meny").await;
        }
        self.press(place).await;
    }

    /// Presses by script: the driver aims as if the page had its plain size.
    async fn press(&self, name: &str) {
        let script = format!(
            "const words = element => (element.getAttribute('aria-label') ?? element.innerText ?? '').replace(/\\s+/g, ' ').trim();
             const found = [...document.querySelectorAll('button, a[href], summary, [role=tab]')]
               .filter(element => element.checkVisibility())
               .find(element => words(element).startsWith({name}));
             found?.focus();
             found?.click();
             return !!found;",
            name = json!(name)
        );
        self.window.until(&format!("«{name}»"), &script).await;
    }

    /// Keeps a picture, and notes what does not fit and what axe finds.
    async fn look(&mut self, screen: &str) {
        let name = format!("{screen}-{}-{}", self.size.name, self.theme.name());
        let wide = "return document.documentElement.scrollWidth - innerWidth";
        let over = self.window.run(wide, vec![]).await.as_i64().unwrap_or(i64::MAX);
        if over > 0 {
            self.problems.push(format!("{name}: the page is {over} pixels too wide"));
        }
        let cut: Vec<String> = serde_json::from_value(self.window.run(CUT, vec![]).await).expect("names");
        self.problems.extend(cut.into_iter().map(|words| format!("{name}: «{words}» is cut at the side")));
        let found = accessibility::violations(self.window).await;
        self.problems.extend(found.into_iter().map(|line| format!("{name}: {line}")));
        self.window.picture(&format!("screens/{name}")).await;
    }
}
