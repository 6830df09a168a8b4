//! One register in full: on the command line, and on the desk for whoever has unlocked a store.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use personvernsak::adapter::load::{self, Loaded};
use personvernsak::api::Exit;
use personvernsak::api::desk::{Desk, UserAdd};
use personvernsak::api::register_show::{RegisterShow, RegisterShowInput, Viewpoint};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::casework::access::Role;
use personvernsak::law::organisation::DEFAULT_OFFICE;
use personvernsak::law::rights::Right;
use personvernsak::law::routing::Facts;
use personvernsak::wording::Language;
use serde_json::Value;

/// A register with something of everything that the catalogue can say.
const EVERYTHING: &str = r#"
id = "prove"
short = "PRØVE"
always_checks = ["trolig-slettet"]
roles = ["pasient", "bruker"]
[names]
nb = "Prøveregisteret"
nn = "Prøveregisteret"
en = "The trial register"
[[controller]]
body = "helsedirektoratet"
joint = true
when = { gjelder = "opptak" }
source = "gdpr-16"
[[controller]]
body = "fhi"
valid_from = 2024-01-01
valid_to = 2026-12-31
source = "kpr-f-1-3"
[[answered_by]]
body = "fhi"
source = "kpr-f-1-3"
[[administrator]]
nb = "En avdeling forvalter det."
nn = "Ei avdeling forvaltar det."
en = "A department runs it."
source = "gdpr-16"
[[processor]]
nb = "Norsk helsenett drifter det."
nn = "Norsk helsenett driftar det."
en = "Norsk helsenett operates it."
source = "gdpr-16"
[[legal_basis]]
nb = "Artikkel 6."
nn = "Artikkel 6."
en = "Article 6."
source = "gdpr-6"
[[purpose]]
nb = "Å prøve."
nn = "Å prøve."
en = "To try."
source = "gdpr-16"
[[category]]
nb = "Opptak."
nn = "Opptak."
en = "Recordings."
source = "gdpr-17"
valid_from = 2022-01-01
not_repeated = true
[[recipient]]
nb = "Ingen."
nn = "Ingen."
en = "None."
source = "gdpr-16"
[[retention]]
nb = "Sju dager."
nn = "Sju dagar."
en = "Seven days."
source = "gdpr-16"
[[origin]]
nb = "Kameraer."
nn = "Kamera."
en = "Cameras."
source = "gdpr-16"
[[not_applicable]]
point = "h"
nb = "Ingen avgjørelser."
nn = "Ingen avgjerder."
en = "No decisions."
source = "gdpr-16"
[short_retention]
days = 7
from = "event"
source = "gdpr-16"
[channel]
nb = "Brev"
nn = "Brev"
en = "Letter"
source = "gdpr-12-6"
[[difference]]
nb = "Erklæringen og forskriften nevner hver sin dataansvarlige."
nn = "Fråsegna og forskrifta nemner kvar sin dataansvarlege."
en = "The notice and the Regulations name a controller each."
source = "gdpr-16 + kpr-f-1-3"
[[left_out]]
nb = "Lyden."
nn = "Lyden."
en = "The sound."
source = "gdpr-16"
[[left_out_remedy]]
nb = "Personen ber om den i et brev."
nn = "Personen bed om han i eit brev."
en = "The person asks for it in a letter."
source = "gdpr-15"
[[check]]
id = "trolig-slettet"
nb = "Opptaket er trolig slettet. Søk likevel."
nn = "Opptaket er truleg sletta. Søk likevel."
en = "The recording is probably erased. Search all the same."
required = true
source = "gdpr-16"
[[fact]]
key = "hendelse"
nb = "Når var personen der?"
nn = "Når var personen der?"
en = "When was the person there?"
date = true
source = "gdpr-16"
[[fact]]
key = "gjelder"
nb = "Hva gjelder kravet?"
nn = "Kva gjeld kravet?"
en = "What does the claim concern?"
required_for = ["sletting"]
source = "gdpr-16"
[[fact.value]]
id = "opptak"
nb = "Opptaket"
nn = "Opptaket"
en = "The recording"
[[fact.value]]
id = "logg"
nb = "Loggen"
nn = "Loggen"
en = "The log"
[[rule]]
rights = ["sletting"]
when = { gjelder = "logg" }
track = "general"
legal_basis = ["gdpr-17"]
checks = ["identitet"]
[[rule.reason]]
nb = "Loggen slettes av seg selv."
nn = "Loggen blir sletta av seg sjølv."
en = "The log erases itself."
source = "gdpr-16"
"#;

/// The catalogue that the program is built with, and [`EVERYTHING`] beside it, in a folder.
fn catalogue_with_everything() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("registers")).expect("the catalogue") {
        let file = file.expect("a file").path();
        fs::copy(&file, folder.path().join(file.file_name().expect("a name"))).expect("copied");
    }
    fs::write(folder.path().join("prove.toml"), EVERYTHING).expect("written");
    folder
}

fn registers(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .arg("registers")
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_command_line_says_everything_about_one_register() {
    let folder = catalogue_with_everything();
    let from = folder.path().display().to_string();
    for language in ["nb", "nn", "en"] {
        let text = registers(&["prove", "--from", &from, "--lang", language]);
        insta::assert_snapshot!(format!("register_in_full_{language}"), text);
    }
}

#[test]
fn the_document_of_one_register_has_all_that_the_list_has_of_it_and_more() {
    let document = |arguments: &[&str]| -> Value { serde_json::from_str(&registers(arguments)).expect("a document") };
    let list = document(&["--json"]);
    for in_list in list["registers"].as_array().expect("registers") {
        let whole = document(&[in_list["id"].as_str().expect("an id"), "--json"]);
        for field in ["catalogue", "rights", "roles"] {
            assert_eq!(whole[field], list[field], "{field}");
        }
        let in_full = &whole["registers"][0];
        for (field, value) in in_list.as_object().expect("fields") {
            assert_eq!(&in_full[field], value, "{field} of {}", in_list["id"]);
        }
        for field in ["processors", "legal_basis", "short_retention", "differences", "left_out", "routes", "contacts"] {
            assert!(in_full.get(field).is_some(), "{field} of {}", in_list["id"]);
        }
    }
}

fn shown(loaded: &Loaded, register: &str, on: Option<&str>, facts: &[(&str, &str)]) -> RegisterShow {
    let register = loaded.catalogue.find(register).expect("a register");
    let from = Viewpoint {
        catalogue: &loaded.catalogue,
        office: loaded.offices.find(DEFAULT_OFFICE).expect("an office"),
        on: on.map(|day| day.parse().expect("a date")),
        language: Language::Nb,
    };
    RegisterShow::of(register, &facts.iter().copied().collect::<Facts>(), from)
}

/// Whatever registers there are: every right has a line, and where no route can be given the line says what is missing.
#[test]
fn every_register_has_a_line_for_every_right() {
    let loaded = load::embedded().expect("the catalogue");
    for register in loaded.catalogue.registers() {
        let show = shown(loaded, register.id.as_str(), None, &[]);
        let rights: Vec<&str> = show.routes.iter().map(|line| line.right).collect();
        assert_eq!(rights, Right::ALL.map(Right::id), "{}", register.id);
        for line in &show.routes {
            let missing = line.problems.iter().all(|problem| {
                let fact = problem.path.strip_prefix("facts.").unwrap_or_default();
                problem.code == "missing-fact" && show.facts.iter().any(|known| known.key == fact)
            });
            assert!(line.route.is_some() == line.problems.is_empty() && missing, "{}: {line:?}", register.id);
        }
        let known = |id: &str| show.contacts.iter().any(|contact| contact.id == id);
        assert!(show.controllers.iter().all(|controller| known(&controller.id)), "{}", register.id);
    }
}

#[test]
fn who_decides_on_erasure_in_kpr_is_told_with_its_source() {
    let show = shown(load::embedded().expect("the catalogue"), "kpr", None, &[]);
    let erasure = show.routes.iter().find(|line| line.right == "sletting").expect("a line");
    let route = erasure.route.as_ref().expect("a route");
    assert_eq!((route.track, route.handled_by.name.as_str()), ("section-25", "Helsedirektoratet"));
    let provision = erasure.legal_basis.iter().find(|each| each.citation.contains("§ 25")).expect("§ 25");
    assert!(provision.citation.contains("helseregisterloven"), "{provision:?}");
    assert!(route.reasons.iter().all(|reason| !reason.source.is_empty()));
}

/// What callers ask, answered from the catalogue itself.
#[test]
fn where_a_wrong_name_is_mended_what_the_report_leaves_out_and_how_long_a_camera_keeps() {
    let loaded = load::embedded().expect("the catalogue");
    let fkr = shown(loaded, "fkr", None, &[("opprinnelse", "folkeregisteret")]);
    let rectification = fkr.routes.iter().find(|line| line.right == "retting").expect("a line");
    let route = rectification.route.as_ref().expect("a route");
    assert_eq!((route.handled_by.id.as_str(), route.mode), ("skatteetaten", Some("henvises")));
    assert!(fkr.contacts.iter().any(|contact| contact.id == "skatteetaten"), "and how it is reached");

    let npr = shown(loaded, "npr", None, &[]);
    assert!(!npr.left_out.is_empty() && !npr.left_out_remedy.is_empty());
    assert!(npr.left_out.iter().chain(&npr.left_out_remedy).all(|said| !said.source.is_empty()));

    let kamera = shown(loaded, "kamera", None, &[]).short_retention.expect("a short retention");
    assert_eq!((kamera.count, kamera.unit, kamera.from), (7, "days", "event"));
    assert_eq!(kamera.text, "Opplysningene blir slettet 7 dager etter hendelsen.");
}

#[test]
fn the_day_and_the_facts_decide_what_is_shown() {
    let folder = catalogue_with_everything();
    let files = load::read_folder(folder.path()).expect("the files");
    let loaded = load::load_files(&files).expect("no fault");
    let in_force = |on: &str| -> BTreeMap<String, bool> {
        let show = shown(&loaded, "prove", Some(on), &[]);
        show.controllers.into_iter().map(|controller| (controller.id, controller.in_force)).collect()
    };
    for (on, fhi) in [("2023-12-31", false), ("2024-01-01", true), ("2026-12-31", true), ("2027-01-01", false)] {
        assert_eq!(in_force(on), [("fhi".to_owned(), fhi), ("helsedirektoratet".to_owned(), true)].into(), "{on}");
    }
    let erasure = |facts: &[(&str, &str)]| {
        let show = shown(&loaded, "prove", None, facts);
        show.routes.into_iter().find(|line| line.right == "sletting").expect("a line")
    };
    let unknown = erasure(&[]);
    assert!(unknown.route.is_none());
    assert_eq!(unknown.problems[0].path, "facts.gjelder");
    let of_log = erasure(&[("gjelder", "logg")]);
    // The office does not answer for the register: the case goes to the body that does.
    assert_eq!(of_log.route.expect("a route").handled_by.id, "fhi");
    assert_eq!(erasure(&[("gjelder", "lyden")]).problems[0].code, "unknown-fact-value");
    assert_eq!(erasure(&[("lyd", "ja")]).problems[0].code, "unknown-fact");
}

const PASSPHRASE: &str = "fem ganske vanlige norske ord";

fn office(folder: &Path) -> (Desk, PathBuf) {
    let store = folder.join("lager");
    let mut desk = Desk::new(store.clone(), Settings::default());
    let new = StoreCreate {
        store: store.clone(),
        organisation: "helsedirektoratet".to_owned(),
        name: "Kari Myhre".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    (desk, store)
}

fn ask(register: &str, on: Option<&str>) -> RegisterShowInput {
    RegisterShowInput { register: register.to_owned(), received_on: on.map(str::to_owned), facts: None }
}

#[test]
fn every_role_reads_the_catalogue_and_nobody_at_a_locked_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, store) = office(folder.path());
    for role in Role::ALL {
        let user = UserAdd {
            name: role.id().to_owned(),
            role: role.id().to_owned(),
            cleared: false,
            passphrase: PASSPHRASE.to_owned(),
        };
        desk.user_add(&user).expect("added");
    }
    desk.store_lock().expect("locked");
    let refused = desk.register_show(&ask("kpr", None)).expect_err("locked");
    assert_eq!(refused.exit, Exit::Locked);
    for role in Role::ALL {
        let who =
            StoreUnlock { store: store.clone(), user: Some(role.id().to_owned()), passphrase: PASSPHRASE.to_owned() };
        desk.store_unlock(&who).expect("unlocked");
        let show = desk.register_show(&ask("kpr", Some("2026-01-31"))).expect("shown");
        assert_eq!((show.id.as_str(), show.received_on.as_deref()), ("kpr", Some("2026-01-31")), "{role}");
    }
    assert_eq!(desk.register_show(&ask("kprr", None)).expect_err("unknown").exit, Exit::NotFound);
    let bad_day = desk.register_show(&ask("kpr", Some("31.01.2026"))).expect_err("no date");
    assert_eq!((bad_day.exit, bad_day.fields[0].path.as_str()), (Exit::NotWellFormed, "received_on"));
}
