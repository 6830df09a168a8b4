//! The last pass over the file: structure, language, colours, metadata, bookmarks and identifier.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string};

use super::DrawOptions;
use super::enclosed::{self, Enclosed};
use super::file::{self, File};
use super::page::{Bookmark, Laid, PAGE_HEIGHT};
use super::paint::Painted;
use super::structure::{self, integer};
use super::xmp::{Facts, PRODUCER, packet};
use super::{icc, objects, shape};
use crate::casework::letter::tree::Letter;

/// The colour profile, compressed once for all letters.
static PROFILE: LazyLock<Vec<u8>> =
    LazyLock::new(|| objects::deflated(&icc::srgb()).expect("compressing into memory does not fail"));

/// Finishes the file and writes it.
///
/// # Errors
/// What lopdf says; none of it can come of the letter.
pub fn finish(painted: Painted, laid: &Laid, letter: &Letter, options: &DrawOptions) -> Result<Vec<u8>, String> {
    let Painted { mut document, marks } = painted;
    structure::prepare(&mut document).map_err(|error| error.to_string())?;
    describe(&mut document, laid, letter, options).map_err(|error| error.to_string())?;
    objects::put_in_order(&mut document).map_err(|error| error.to_string())?;
    // The structure tree comes behind everything else, so its root is the first object that is not there yet.
    let root = document.objects.len() + 1;
    let pages: Vec<usize> = document.get_pages().into_values().map(|(page, _)| page as usize).collect();
    let number = u32::try_from(root).map_err(|error| error.to_string())?;
    document.catalog_mut().map_err(|error| error.to_string())?.set("StructTreeRoot", (number, 0));
    let size: usize = document
        .objects
        .values()
        .map(|object| object.as_stream().map_or(200, |stream| stream.content.len() + 200))
        .sum();
    let mut file = File::new("1.7", size + laid.tree.nodes.len() * 120);
    for value in document.objects.values() {
        file.add(|bytes| file::object(bytes, value));
    }
    structure::write(&mut file, &laid.tree, &pages, &marks);
    Ok(file.end(document.trailer))
}

fn describe(document: &mut Document, laid: &Laid, letter: &Letter, options: &DrawOptions) -> Result<(), lopdf::Error> {
    let identifier: String = options.document_id.iter().map(|byte| format!("{byte:02x}")).collect();
    let title = shape::clean(&letter.title);
    let facts = Facts {
        title: &title,
        creator: &letter.sender_name,
        language: letter.language,
        dated_on: options.dated_on,
        created_at: options.created_at,
        part: if letter.files.is_empty() { 2 } else { 3 },
        identifier: &identifier,
    };
    let metadata = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet(&facts).into_bytes());
    // Metadata stays readable for programs that know nothing of PDF.
    let metadata = document.add_object(metadata.with_compression(false));
    let profile = dictionary! { "N" => 3, "Filter" => "FlateDecode" };
    let profile = document.add_object(Stream::new(profile, PROFILE.clone()));
    let intent = document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(icc::NAME),
        "Info" => Object::string_literal(icc::NAME),
        "DestOutputProfile" => profile,
    });
    let outlines = outlines(document, &laid.bookmarks);
    let files = enclosed::add(document, &letter.files, options.created_at);

    let catalog = document.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(letter.language.code()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
    }
    if let Some(Enclosed { associated, names }) = files {
        catalog.set("AF", associated);
        catalog.set("Names", names);
    }
    catalog.remove(b"PageLayout");

    let at = date(options.created_at);
    let info = document.add_object(dictionary! {
        "Title" => text_string(&title),
        "Author" => text_string(&shape::clean(&letter.sender_name)),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => at.clone(),
        "ModDate" => at,
    });
    let id = Object::String(options.document_id.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("Info", info);
    document.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// An instant as PDF writes it (ISO 32000-1, 7.9.4).
pub(super) fn date(at: DateTime<Utc>) -> Object {
    Object::string_literal(at.format("D:%Y%m%d%H%M%SZ").to_string())
}

/// Bookmarks, each under the nearest heading above it of a lower level.
fn outlines(document: &mut Document, bookmarks: &[Bookmark]) -> Option<ObjectId> {
    if bookmarks.is_empty() {
        return None;
    }
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    let above: Vec<Option<usize>> = bookmarks
        .iter()
        .enumerate()
        .map(|(index, bookmark)| bookmarks[..index].iter().rposition(|earlier| earlier.level < bookmark.level))
        .collect();
    let kids =
        |parent: Option<usize>| -> Vec<usize> { (0..ids.len()).filter(|index| above[*index] == parent).collect() };
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let parent = above[index].map_or(root, |above| ids[above]);
        let siblings = kids(above[index]);
        let mut item = dictionary! { "Title" => text_string(&bookmark.title), "Parent" => parent };
        if let Some(page) = pages.get(bookmark.page) {
            #[expect(clippy::cast_possible_truncation, reason = "a place on a page, rounded on purpose")]
            let top = (PAGE_HEIGHT - bookmark.y + 8.0).round() as i64;
            item.set("Dest", vec![(*page).into(), "XYZ".into(), Object::Null, top.into(), Object::Null]);
        }
        let at = siblings.iter().position(|sibling| *sibling == index).unwrap_or_default();
        if let Some(previous) = at.checked_sub(1).and_then(|at| siblings.get(at)) {
            item.set("Prev", ids[*previous]);
        }
        if let Some(next) = siblings.get(at + 1) {
            item.set("Next", ids[*next]);
        }
        fill(&mut item, &kids(Some(index)), &ids);
        let below = (index + 1..ids.len()).take_while(|later| bookmarks[*later].level > bookmark.level).count();
        if below > 0 {
            item.set("Count", integer(below));
        }
        document.set_object(ids[index], item);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    fill(&mut outlines, &kids(None), &ids);
    outlines.set("Count", integer(ids.len()));
    document.set_object(root, outlines);
    Some(root)
}

fn fill(item: &mut lopdf::Dictionary, kids: &[usize], ids: &[ObjectId]) {
    if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
        item.set("First", ids[*first]);
        item.set("Last", ids[*last]);
    }
}
