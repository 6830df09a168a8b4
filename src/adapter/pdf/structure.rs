//! Writes the tree of the letter into the file: what each stretch of text is, and where it stands.

use lopdf::{Document, Object, ObjectId, text_string};

use super::file::{File, number, object, reference};
use super::page::{Figure, Frame, Kid, LeafId, Node, NodeId, PAGE_HEIGHT, Role, Tree};
use super::paint::narrow;

/// A stretch of text on a page: the page, from 0, and the number of the mark there.
#[derive(Clone, Copy)]
struct Place {
    page: usize,
    mark: usize,
}

/// Tells every page its place in the structure tree.
///
/// # Errors
/// What lopdf says where a page is not in the file.
pub fn prepare(document: &mut Document) -> Result<(), lopdf::Error> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (index, page) in pages.into_iter().enumerate() {
        let page = document.get_dictionary_mut(page)?;
        page.set("StructParents", integer(index));
        page.set("Tabs", Object::Name(b"S".to_vec()));
        page.remove(b"Annots");
    }
    Ok(())
}

/// Writes the tree as the last objects of the file: first its root, then its parts. `pages` are the numbers of the pages'
/// objects, `marks` the stretches of text of each page in the order of their numbers.
pub fn write(file: &mut File, tree: &Tree, pages: &[usize], marks: &[Vec<LeafId>]) {
    let root = file.next();
    let element = |node: usize| root + 1 + node;
    let mut places: Vec<Vec<Place>> = vec![Vec::new(); tree.leaves];
    for (page, leaves) in marks.iter().enumerate() {
        for (mark, LeafId(leaf)) in leaves.iter().enumerate() {
            places[*leaf].push(Place { page, mark });
        }
    }
    let owners = owners(tree);
    file.add(|bytes| {
        bytes.extend_from_slice(b"<</Type/StructTreeRoot/K ");
        reference(bytes, element(Tree::DOCUMENT.0));
        bytes.extend_from_slice(b"/ParentTreeNextKey ");
        number(bytes, pages.len());
        bytes.extend_from_slice(b"/ParentTree<</Nums[");
        for (page, leaves) in marks.iter().enumerate() {
            number(bytes, page);
            bytes.push(b'[');
            for LeafId(leaf) in leaves {
                reference(bytes, element(owners[*leaf].0));
                bytes.push(b' ');
            }
            bytes.push(b']');
        }
        bytes.extend_from_slice(b"]>>>>");
    });
    let mut above = vec![root; tree.nodes.len()];
    for (index, node) in tree.nodes.iter().enumerate() {
        for kid in &node.kids {
            if let Kid::Node(NodeId(kid)) = kid {
                above[*kid] = element(index);
            }
        }
    }
    for (node, above) in tree.nodes.iter().zip(above) {
        file.add(|bytes| part(bytes, node, above, element, &places, pages));
    }
}

/// The part that each stretch of text belongs to.
fn owners(tree: &Tree) -> Vec<NodeId> {
    let mut owners = vec![Tree::DOCUMENT; tree.leaves];
    for (index, node) in tree.nodes.iter().enumerate() {
        for kid in &node.kids {
            if let Kid::Leaf(LeafId(leaf)) = kid {
                owners[*leaf] = NodeId(index);
            }
        }
    }
    owners
}

/// Puts down a part of the tree; `above` is the object that it is a part of.
fn part(
    bytes: &mut Vec<u8>,
    node: &Node,
    above: usize,
    element: impl Fn(usize) -> usize,
    places: &[Vec<Place>],
    pages: &[usize],
) {
    bytes.extend_from_slice(b"<</Type/StructElem/S/");
    bytes.extend_from_slice(name(node.role).as_bytes());
    bytes.extend_from_slice(b"/P ");
    reference(bytes, above);
    let first = node.kids.iter().find_map(|kid| match kid {
        Kid::Leaf(LeafId(leaf)) => places[*leaf].first().map(|place| place.page),
        Kid::Node(_) => None,
    });
    if let Some(page) = first {
        bytes.extend_from_slice(b"/Pg ");
        reference(bytes, pages[page]);
    }
    bytes.extend_from_slice(b"/K[");
    for kid in &node.kids {
        match kid {
            Kid::Node(NodeId(kid)) => {
                reference(bytes, element(*kid));
                bytes.push(b' ');
            }
            Kid::Leaf(LeafId(leaf)) => {
                for place in &places[*leaf] {
                    if Some(place.page) == first {
                        number(bytes, place.mark);
                        bytes.push(b' ');
                    } else {
                        bytes.extend_from_slice(b"<</Type/MCR/Pg ");
                        reference(bytes, pages[place.page]);
                        bytes.extend_from_slice(b"/MCID ");
                        number(bytes, place.mark);
                        bytes.extend_from_slice(b">>");
                    }
                }
            }
        }
    }
    bytes.push(b']');
    if let Some(language) = node.language {
        bytes.extend_from_slice(b"/Lang(");
        bytes.extend_from_slice(language.code().as_bytes());
        bytes.push(b')');
    }
    if let Some(Figure { alternative, frame }) = &node.figure {
        bytes.extend_from_slice(b"/Alt ");
        object(bytes, &text_string(alternative));
        bytes.extend_from_slice(b"/A<</O/Layout/Placement/Block/BBox ");
        object(bytes, &corners(*frame).into());
        bytes.extend_from_slice(b">>");
    }
    match node.role {
        Role::L { numbered: true } => bytes.extend_from_slice(b"/A<</O/List/ListNumbering/Decimal>>"),
        Role::L { numbered: false } => bytes.extend_from_slice(b"/A<</O/List/ListNumbering/Disc>>"),
        Role::TH => bytes.extend_from_slice(b"/A<</O/Table/Scope/Column>>"),
        Role::Document | Role::Sect | Role::Div | Role::Heading(_) | Role::P | Role::LI | Role::Lbl => {}
        Role::LBody | Role::Table | Role::TR | Role::TD | Role::Span | Role::Figure => {}
    }
    bytes.extend_from_slice(b">>");
}

/// The lower left and the upper right corner, in points from the lower left corner of the page.
fn corners(frame: Frame) -> Vec<Object> {
    let (right, bottom) = (frame.x + frame.width, frame.y + frame.height);
    [frame.x, PAGE_HEIGHT - bottom, right, PAGE_HEIGHT - frame.y].map(|place| Object::Real(narrow(place))).to_vec()
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Div => "Div",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(_) => "H3",
        Role::P => "P",
        Role::L { .. } => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Table => "Table",
        Role::TR => "TR",
        Role::TH => "TH",
        Role::TD => "TD",
        Role::Span => "Span",
        Role::Figure => "Figure",
    }
}

/// A count as PDF writes it; no letter has more than an `i64` holds.
pub fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
