//! Looks into PDFs that others have made.

use lopdf::{Dictionary, Document, Object};

use crate::usecase::ports::{FileFault, PdfLook};

/// The name under which a PDF keeps how it is locked.
const LOCKED: &[u8] = b"/Encrypt";

/// Looks into PDFs that others have made.
#[derive(Clone, Copy, Debug, Default)]
pub struct PdfReader;

impl PdfLook for PdfReader {
    fn look(&self, bytes: &[u8]) -> Result<(), FileFault> {
        // What is locked in a way that the library does not know says so itself.
        let locked = || bytes.windows(LOCKED.len()).any(|window| window == LOCKED);
        let Ok(document) = Document::load_mem(bytes) else {
            return Err(if locked() { FileFault::Encrypted } else { FileFault::Broken });
        };
        if document.is_encrypted() || document.was_encrypted() {
            return Err(FileFault::Encrypted);
        }
        if document.get_pages().is_empty() {
            return Err(FileFault::Broken);
        }
        if document.objects.values().any(acts) { Err(FileFault::Active) } else { Ok(()) }
    }
}

/// Whether an object is, or holds, an action that runs a program.
fn acts(object: &Object) -> bool {
    match object {
        Object::Dictionary(fields) => runs(fields),
        Object::Stream(stream) => runs(&stream.dict),
        Object::Array(items) => items.iter().any(acts),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Reference(_) => false,
    }
}

fn runs(fields: &Dictionary) -> bool {
    let kind = fields.get(b"S").ok().and_then(|kind| kind.as_name().ok());
    matches!(kind, Some(b"JavaScript" | b"Launch")) || fields.iter().any(|(_, inner)| acts(inner))
}

#[cfg(test)]
mod tests {
    use lopdf::{EncryptionState, EncryptionVersion, Permissions, dictionary};

    use super::*;

    /// A PDF with so many pages.
    fn with_pages(pages: usize) -> Document {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let kids: Vec<Object> = (0..pages)
            .map(|_| document.add_object(dictionary! { "Type" => "Page", "Parent" => tree }).into())
            .collect();
        let count = i64::try_from(pages).expect("few");
        document
            .objects
            .insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }));
        let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        document.trailer.set("Root", catalogue);
        let id = || Object::string_literal("0123456789abcdef");
        document.trailer.set("ID", vec![id(), id()]);
        document
    }

    fn bytes(mut document: Document) -> Vec<u8> {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("written");
        bytes
    }

    #[test]
    fn a_pdf_that_runs_something_is_told() {
        for kind in ["JavaScript", "Launch"] {
            let mut document = with_pages(1);
            let root = document.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue");
            let action =
                dictionary! { "S" => Object::Name(kind.as_bytes().to_vec()), "JS" => Object::string_literal("1") };
            document.get_dictionary_mut(root).expect("the catalogue").set("OpenAction", action);
            assert_eq!(PdfReader.look(&bytes(document)), Err(FileFault::Active), "{kind}");
        }
    }

    fn locked(user_password: &str) -> Vec<u8> {
        let mut document = with_pages(1);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "eier",
            user_password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).expect("a key");
        document.encrypt(&state).expect("locked");
        bytes(document)
    }

    #[test]
    fn what_cannot_be_opened_by_everybody_is_told_apart_from_what_is_broken() {
        let good = bytes(with_pages(2));
        assert_eq!(PdfReader.look(&good), Ok(()));
        assert_eq!(PdfReader.look(&bytes(with_pages(0))), Err(FileFault::Broken));
        assert_eq!(PdfReader.look(&good[..good.len() / 2]), Err(FileFault::Broken));
        assert_eq!(PdfReader.look(b"%PDF-1.7\n"), Err(FileFault::Broken));
        assert_eq!(PdfReader.look(&locked("hemmelig")), Err(FileFault::Encrypted));
        assert_eq!(PdfReader.look(&locked("")), Err(FileFault::Encrypted), "it opens, but may not be copied");
    }
}
