//! Writes the tree of the letter into the file: what each stretch of text is, and where it stands.

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use super::page::{Figure, Frame, Kid, LeafId, Node, NodeId, PAGE_HEIGHT, Role, Tree};
use super::paint::{Painted, narrow};

/// A stretch of text on a page: the page and the number of the mark there.
struct Place {
    page: ObjectId,
    number: i64,
}

/// Adds the structure tree; returns its root. The pages learn their place in it.
///
/// # Errors
/// What lopdf says where a page is not in the file.
pub fn add(painted: &mut Painted, tree: &Tree) -> Result<ObjectId, lopdf::Error> {
    let document = &mut painted.document;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let elements: Vec<ObjectId> = tree.nodes.iter().map(|_| document.new_object_id()).collect();
    let root = document.new_object_id();

    let mut places: Vec<Vec<Place>> = (0..tree.leaves).map(|_| Vec::new()).collect();
    for (page, leaves) in pages.iter().zip(&painted.marks) {
        for (number, LeafId(leaf)) in leaves.iter().enumerate() {
            places[*leaf].push(Place { page: *page, number: integer(number) });
        }
    }
    let owners = owners(tree);
    let mut parents = Vec::new();
    for (index, (page, leaves)) in pages.iter().zip(&painted.marks).enumerate() {
        let elements: Vec<Object> = leaves.iter().map(|LeafId(leaf)| elements[owners[*leaf].0].into()).collect();
        let list = document.add_object(elements);
        parents.extend([integer(index).into(), list.into()]);
        let page = document.get_dictionary_mut(*page)?;
        page.set("StructParents", integer(index));
        page.set("Tabs", Object::Name(b"S".to_vec()));
        page.remove(b"Annots");
    }

    let mut above = vec![root; tree.nodes.len()];
    for (index, node) in tree.nodes.iter().enumerate() {
        for kid in &node.kids {
            if let Kid::Node(NodeId(kid)) = kid {
                above[*kid] = elements[index];
            }
        }
    }
    for (index, node) in tree.nodes.iter().enumerate() {
        let element = element(node, above[index], &elements, &places);
        document.set_object(elements[index], element);
    }
    let parent_tree = document.add_object(dictionary! { "Nums" => parents });
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => elements[Tree::DOCUMENT.0],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => integer(pages.len()),
        },
    );
    Ok(root)
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

fn element(node: &Node, parent: ObjectId, elements: &[ObjectId], places: &[Vec<Place>]) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => name(node.role), "P" => parent };
    let first = node.kids.iter().find_map(|kid| match kid {
        Kid::Leaf(LeafId(leaf)) => places[*leaf].first().map(|place| place.page),
        Kid::Node(_) => None,
    });
    if let Some(page) = first {
        element.set("Pg", page);
    }
    let mut kids: Vec<Object> = Vec::new();
    for kid in &node.kids {
        match kid {
            Kid::Node(NodeId(kid)) => kids.push(elements[*kid].into()),
            Kid::Leaf(LeafId(leaf)) => kids.extend(places[*leaf].iter().map(|place| {
                if Some(place.page) == first {
                    place.number.into()
                } else {
                    dictionary! { "Type" => "MCR", "Pg" => place.page, "MCID" => place.number }.into()
                }
            })),
        }
    }
    element.set("K", kids);
    if let Some(language) = node.language {
        element.set("Lang", Object::string_literal(language.code()));
    }
    if let Some(Figure { alternative, frame }) = &node.figure {
        element.set("Alt", text_string(alternative));
        element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners(*frame) });
    }
    match node.role {
        Role::L { numbered } => {
            let numbering = if numbered { "Decimal" } else { "Disc" };
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Role::TH => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::Document | Role::Sect | Role::Div | Role::Heading(_) | Role::P | Role::LI | Role::Lbl => {}
        Role::LBody | Role::Table | Role::TR | Role::TD | Role::Span | Role::Figure => {}
    }
    element
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
