//! Files inside a letter: another program takes them out again, byte for byte and by their names.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, decode_text_string};
use md5::{Digest as _, Md5};

use super::{drawn, more};

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).expect("an object").1.as_dict().expect("a dictionary")
}

fn words(specification: &Dictionary, key: &[u8]) -> String {
    decode_text_string(specification.get(key).expect("an entry")).expect("text")
}

#[test]
fn each_file_comes_out_as_it_went_in() {
    let letter = more::enclosing();
    let file = Document::load_mem(&drawn(&letter).bytes).expect("a PDF file");
    let associated = file.catalog().expect("a catalogue").get(b"AF").and_then(Object::as_array).expect("the files");
    assert_eq!(associated.len(), letter.files.len());
    for (object, enclosed) in associated.iter().zip(&letter.files) {
        let specification = dictionary(&file, object);
        assert_eq!(words(specification, b"UF"), enclosed.name.replace('\\', "_"));
        assert!(words(specification, b"F").is_ascii());
        assert_eq!(words(specification, b"Desc"), enclosed.title);
        let place =
            specification.get(b"EF").and_then(Object::as_dict).and_then(|files| files.get(b"F")).expect("a place");
        let stream = file.dereference(place).expect("an object").1.as_stream().expect("a stream");
        let bytes =
            if stream.is_compressed() { stream.decompressed_content().expect("bytes") } else { stream.content.clone() };
        assert_eq!(bytes, enclosed.bytes, "{}", enclosed.name);
        let params = stream.dict.get(b"Params").and_then(Object::as_dict).expect("parameters");
        assert_eq!(
            params.get(b"Size").and_then(Object::as_i64).expect("a size"),
            i64::try_from(bytes.len()).expect("few")
        );
        assert_eq!(params.get(b"CheckSum").and_then(Object::as_str).expect("a sum"), Md5::digest(&bytes).as_slice());
        assert_eq!(params.get(b"ModDate").and_then(Object::as_str).expect("a date"), b"D:20260227103045Z");
    }
    let said: Vec<(&[u8], &[u8])> = associated
        .iter()
        .map(|object| {
            let specification = dictionary(&file, object);
            let place = specification.get(b"EF").and_then(Object::as_dict).and_then(|files| files.get(b"UF"));
            let stream = file.dereference(place.expect("a place")).expect("an object").1.as_stream().expect("a stream");
            (
                specification.get(b"AFRelationship").and_then(Object::as_name).expect("a relationship"),
                stream.dict.get(b"Subtype").and_then(Object::as_name).expect("a kind"),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (&b"Data"[..], &b"text/csv"[..]),
            (b"Data", b"application/json"),
            (b"Supplement", b"application/octet-stream"),
        ]
    );
}

#[test]
fn a_letter_says_which_part_of_pdfa_it_keeps_to() {
    for (files, part) in [(vec![], 2), (more::files(), 3)] {
        let bytes = drawn(&personvernsak::casework::letter::tree::Letter { files, ..more::enclosing() }).bytes;
        let file = Document::load_mem(&bytes).expect("a PDF file");
        let catalog = file.catalog().expect("a catalogue");
        let metadata = catalog.get(b"Metadata").and_then(Object::as_reference).expect("metadata");
        let packet = file.get_object(metadata).and_then(Object::as_stream).expect("a stream").content.clone();
        let packet = String::from_utf8(packet).expect("text");
        assert!(packet.contains(&format!("<pdfaid:part>{part}</pdfaid:part>")));
        assert_eq!(catalog.has(b"AF"), part == 3);
        assert_eq!(catalog.has(b"Names"), part == 3);
    }
}

#[test]
fn bookmarks_lead_to_each_annex() {
    let laid = personvernsak::adapter::pdf::lay_out(&more::annexed(60), false).expect("laid out");
    let first: BTreeMap<&str, usize> = laid
        .bookmarks
        .iter()
        .filter(|bookmark| bookmark.level == 1)
        .map(|bookmark| (bookmark.title.as_str(), bookmark.page))
        .collect();
    let annexes = more::annexed(60).annexes;
    let pages: Vec<usize> = annexes.iter().map(|annex| first[annex.heading.as_str()]).collect();
    assert!(pages[0] >= 1 && pages[1] > pages[0] && pages[1] == laid.pages.len() - 1, "{pages:?}");
    // Each annex has its pages to itself, and its heading stands at the top.
    for (page, annex) in pages.iter().zip(&annexes) {
        let on_page = laid.bookmarks.iter().filter(|bookmark| bookmark.page == *page).map(|bookmark| bookmark.y);
        let heading = laid.bookmarks.iter().find(|bookmark| bookmark.title == annex.heading).expect("a heading");
        assert!(on_page.fold(f64::MAX, f64::min) >= heading.y);
    }
}
