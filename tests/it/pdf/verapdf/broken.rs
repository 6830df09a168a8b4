//! Files broken on purpose: the judge fails each, and for the reason that it is broken for.

use lopdf::{Dictionary, Document, Object, ObjectId};
use personvernsak::adapter::pdf::draw;
use personvernsak::casework::letter::tree::Letter;

use super::super::letters::{self, options};
use super::super::{logos, more};
use super::{LEVELS, WITH_FILES, folder, judge};

type Breakage = fn(&mut Document);

/// Ways to break a file, each with the rule (clause and test) of veraPDF's profiles that is then broken.
const BREAKAGES: [(&str, &str, Breakage); 16] = [
    ("no-language", "7.2-34", |file| {
        catalog(file).remove(b"Lang");
    }),
    ("no-structure", "7.1-11", |file| {
        catalog(file).remove(b"StructTreeRoot");
    }),
    ("not-marked", "6.2-1", |file| {
        catalog(file).remove(b"MarkInfo");
    }),
    ("title-not-shown", "7.1-10", |file| {
        catalog(file).remove(b"ViewerPreferences");
    }),
    ("no-metadata", "7.1-8", |file| {
        catalog(file).remove(b"Metadata");
    }),
    ("no-colour-profile", "6.2.4.3-4", |file| {
        // Grey is allowed without a profile only where the file says how grey it is.
        catalog(file).remove(b"OutputIntents");
    }),
    ("no-part-of-pdfua", "5-1", |file| rewrite_metadata(file, "<pdfuaid:part>1</pdfuaid:part>", "")),
    ("no-part-of-pdfa", "6.6.4-2", |file| rewrite_metadata(file, "<pdfaid:part>2</pdfaid:part>", "")),
    ("no-extension-schema", "6.6.2.3.1-1", |file| {
        rewrite_metadata(file, "pdfaExtension:schemas", "pdfaExtension:skjema")
    }),
    ("no-title", "7.1-9", |file| rewrite_metadata(file, "dc:title", "dc:overskrift")),
    ("font-not-embedded", "6.2.11.4.1-1", |file| remove_everywhere(file, "FontDescriptor", b"FontFile2")),
    ("no-characters-of-glyphs", "6.2.11.7.2-1", |file| remove_everywhere(file, "Font", b"ToUnicode")),
    ("wrong-widths", "6.2.11.5-1", |file| {
        for object in file.objects.values_mut() {
            if let Ok(fonts) =
                object.as_dict_mut().and_then(|font| font.get_mut(b"DescendantFonts")).and_then(Object::as_array_mut)
            {
                for font in fonts.iter_mut().filter_map(|font| font.as_dict_mut().ok()) {
                    font.remove(b"W");
                }
            }
        }
    }),
    ("no-identifier", "6.1.3-1", |file| {
        file.trailer.remove(b"ID");
    }),
    ("heading-skipped", "7.4.2-1", |file| {
        for object in file.objects.values_mut() {
            if let Ok(element) = object.as_dict_mut()
                && element.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"H2")
            {
                element.set("S", Object::Name(b"H4".to_vec()));
            }
        }
    }),
    ("unmarked-text", "7.1-3", |file| {
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let content = file.get_page_content(pages[0]);
        let content = String::from_utf8_lossy(&content).into_owned();
        let broken = content.replacen("BDC", "pop", 1).replacen("EMC", "", 1).replace("pop", "MP");
        file.change_page_content(pages[0], broken.into_bytes()).expect("changed");
    }),
];

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().expect("a catalog")
}

fn rewrite_metadata(file: &mut Document, from: &str, to: &str) {
    let id = catalog(file).get(b"Metadata").and_then(Object::as_reference).expect("metadata");
    let stream = file.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream");
    let text = String::from_utf8(stream.content.clone()).expect("text");
    assert!(text.contains(from), "{from}");
    stream.set_plain_content(text.replace(from, to).into_bytes());
}

fn remove_everywhere(file: &mut Document, kind: &str, key: &[u8]) {
    for dictionary in dictionaries(file).filter(|dictionary| dictionary.has_type(kind.as_bytes())) {
        dictionary.remove(key);
    }
}

/// The same for a letter with a logo, a table and enclosed files.
const BREAKAGES_WITH_FILES: [(&str, &str, Breakage); 10] = [
    ("files-not-associated", "6.8-4", |file| {
        catalog(file).remove(b"AF");
    }),
    ("no-relationship", "6.8-3", |file| remove_everywhere(file, "Filespec", b"AFRelationship")),
    ("no-media-type", "6.8-1", |file| remove_everywhere(file, "EmbeddedFile", b"Subtype")),
    ("wrong-media-type", "6.8-1", |file| {
        set_everywhere(file, "EmbeddedFile", "Subtype", Object::Name(b"text csv".to_vec()));
    }),
    ("no-unicode-name", "7.11-1", |file| remove_everywhere(file, "Filespec", b"UF")),
    ("no-plain-name", "6.8-2", |file| remove_everywhere(file, "Filespec", b"F")),
    ("the-wrong-part", "6.6.4-2", |file| {
        rewrite_metadata(file, "<pdfaid:part>3</pdfaid:part>", "<pdfaid:part>2</pdfaid:part>")
    }),
    ("logo-says-nothing", "7.3-1", |file| remove_of_role(file, b"Figure", b"Alt")),
    ("headers-stand-over-nothing", "7.5-1", |file| remove_of_role(file, b"TH", b"A")),
    ("logo-not-marked", "7.1-3", |file| {
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let content = String::from_utf8_lossy(&file.get_page_content(pages[0])).into_owned();
        assert!(content.contains("/Figure <</MCID 0>> BDC"));
        let broken = content.replacen("/Figure <</MCID 0>> BDC", "", 1).replacen("Q\nEMC", "Q", 1);
        file.change_page_content(pages[0], broken.into_bytes()).expect("changed");
    }),
];

fn set_everywhere(file: &mut Document, kind: &str, key: &str, object: Object) {
    for dictionary in dictionaries(file).filter(|dictionary| dictionary.has_type(kind.as_bytes())) {
        dictionary.set(key, object.clone());
    }
}

fn remove_of_role(file: &mut Document, role: &[u8], key: &[u8]) {
    for element in dictionaries(file) {
        if element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role) {
            element.remove(key);
        }
    }
}

/// Every dictionary of the file, those of streams too.
fn dictionaries(file: &mut Document) -> impl Iterator<Item = &mut Dictionary> {
    file.objects.values_mut().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&mut stream.dict),
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Name(_) => None,
        Object::String(..) | Object::Array(_) | Object::Reference(_) => None,
    })
}

#[test]
fn verapdf_fails_every_broken_file() {
    fails(LEVELS, "broken", &draw(&letters::decision(), &options()).expect("drawn").bytes, &BREAKAGES);
}

#[test]
fn verapdf_fails_every_broken_letter_with_files() {
    let letter = Letter { logo: more::logo(logos::usual()), files: more::files(), ..more::annexed(4) };
    let whole = draw(&letter, &options()).expect("drawn").bytes;
    fails(WITH_FILES, "broken-with-files", &whole, &BREAKAGES_WITH_FILES);
    // Only the third part of PDF/A lets a file hold others that are no PDF/A themselves.
    let path = folder("broken-with-files").join("as-without-files.pdf");
    std::fs::write(&path, whole).expect("written");
    let (passed, said) = judge(LEVELS, &[path]).remove("as-without-files").expect("a verdict");
    assert!(!passed && said.contains(" 6.8-5 x"), "{said}");
}

fn fails(levels: &str, name: &str, whole: &[u8], breakages: &[(&str, &str, Breakage)]) {
    let folder = folder(name);
    let mut files = Vec::new();
    for (name, _, breakage) in breakages {
        let mut file = Document::load_mem(whole).expect("readable");
        breakage(&mut file);
        let path = folder.join(format!("{name}.pdf"));
        file.save(&path).expect("written");
        files.push(path);
    }
    // The same way through the reader and back without a breakage passes, so that it is the breakage that fails.
    let path = folder.join("unbroken.pdf");
    Document::load_mem(whole).expect("readable").save(&path).expect("written");
    files.push(path);
    let truncated = folder.join("truncated.pdf");
    std::fs::write(&truncated, &whole[..whole.len() / 2]).expect("written");
    files.push(truncated);
    let verdicts = judge(levels, &files);
    let mut wrong = Vec::new();
    for (name, (passed, said)) in &verdicts {
        if *passed != (name == "unbroken") {
            wrong.push(format!("{name} passes: {passed}\n{said}"));
        }
    }
    for (name, rule, _) in breakages {
        let said = &verdicts[*name].1;
        if !said.contains(&format!(" {rule} x")) {
            wrong.push(format!("{name} does not break {rule}:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
