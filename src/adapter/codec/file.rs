//! Events of files that lie with a request ⇄ bytes.

use serde_json::{Value, json};

use super::canonical::{CodecProblem, Fields};
use crate::casework::request::{FileKind, FileOrigin, NewFile, NewRedaction, RedactionBox};

pub(super) fn attached_fields(added: &NewFile) -> Value {
    json!({
        "case": added.case.to_string(),
        "file": added.file.to_string(),
        "title": added.title.to_string(),
        "digest": added.digest.to_string(),
        "media_type": added.kind.media_type(),
        "size": added.size,
        "from": added.origin.id(),
    })
}

pub(super) fn read_attached(fields: &mut Fields) -> Result<NewFile, CodecProblem> {
    Ok(NewFile {
        case: fields.parsed("case")?,
        file: fields.content("file")?,
        title: fields.content("title")?,
        digest: fields.content("digest")?,
        kind: fields.listed("media_type", FileKind::from_media_type)?,
        size: fields.integer("size")?,
        origin: fields.listed("from", FileOrigin::from_id)?,
    })
}

pub(super) fn redacted_fields(redaction: &NewRedaction) -> Value {
    let mut fields = attached_fields(&redaction.copy);
    if let Value::Object(fields) = &mut fields {
        fields.insert("of".to_owned(), Value::from(redaction.of));
        fields.insert("boxes".to_owned(), redaction.boxes.iter().map(box_fields).collect());
    }
    fields
}

pub(super) fn read_redacted(fields: &mut Fields) -> Result<NewRedaction, CodecProblem> {
    Ok(NewRedaction {
        of: fields.integer("of")?,
        copy: read_attached(fields)?,
        boxes: fields.items("boxes")?.into_iter().map(read_box).collect::<Result<_, _>>()?,
    })
}

/// A box in hundredths of a point, from the upper left corner of the page.
fn box_fields(covered: &RedactionBox) -> Value {
    json!({
        "page": covered.page,
        "left": covered.left,
        "top": covered.top,
        "width": covered.width,
        "height": covered.height,
        "ground": covered.ground.as_str(),
    })
}

fn read_box(item: Value) -> Result<RedactionBox, CodecProblem> {
    let mut fields = Fields::of(item).map_err(|_| CodecProblem::Field("boxes"))?;
    let covered = RedactionBox {
        page: fields.integer("page")?,
        left: fields.integer("left")?,
        top: fields.integer("top")?,
        width: fields.integer("width")?,
        height: fields.integer("height")?,
        ground: fields.listed("ground", |id| id.parse().ok())?,
    };
    fields.finish().map(|()| covered)
}
