//! PDFs that hide a secret, each in one way.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use personvernsak::casework::request::RedactionBox;

/// What is to be gone. One word, with letters that no other word of the files has in this order.
pub const SECRET: &str = "Hemmelighet";

/// A PDF of one page that is being made.
#[derive(Clone)]
pub struct Made {
    pub document: Document,
    page: ObjectId,
    /// What is written behind the file, as an older program or an update does.
    behind: Vec<u8>,
    /// Whether objects lie packed in streams.
    modern: bool,
    /// The whole file, where it is no document of one version.
    whole: Option<Vec<u8>>,
}

impl Made {
    /// A page with this content.
    fn drawing(content: &str) -> Self {
        Self::on((595.0, 842.0), content)
    }

    fn on((width, height): (f32, f32), content: &str) -> Self {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let content = document.add_object(Stream::new(dictionary! {}, latin(content)));
        let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding" };
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
            "Resources" => dictionary! { "Font" => dictionary! { "H" => font } },
        });
        let pages = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
        document.objects.insert(tree, Object::Dictionary(pages));
        let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        document.trailer.set("Root", catalogue);
        Self { document, page, behind: Vec::new(), modern: false, whole: None }
    }

    /// A page with words on one line.
    pub fn plain(words: &str) -> Self {
        Self::drawing(&format!("BT /H 14 Tf 72 700 Td ({words}) Tj ET"))
    }

    /// A page of a size.
    pub fn sized(width: f32, height: f32) -> Self {
        Self::on((width, height), "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET")
    }

    /// Many pages.
    pub fn of_pages(count: usize) -> Self {
        let mut made = Self::plain("Fornavn");
        let page = made.document.get_object(made.page).expect("the page").clone();
        let tree = made.root().get(b"Pages").and_then(Object::as_reference).expect("pages");
        let kids: Vec<Object> = (0..count).map(|_| made.document.add_object(page.clone()).into()).collect();
        let pages = made.document.get_dictionary_mut(tree).expect("pages");
        pages.set("Count", i64::try_from(count).expect("few"));
        pages.set("Kids", kids);
        made
    }

    pub fn bytes(&self) -> Vec<u8> {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let mut document = self.document.clone();
        let mut bytes = Vec::new();
        if self.modern {
            document.save_modern(&mut bytes).expect("written");
        } else {
            document.save_to(&mut bytes).expect("written");
        }
        bytes.extend_from_slice(&self.behind);
        bytes
    }

    /// The same with black boxes drawn on top, as those do who know no better.
    pub fn with_black_box(&self, boxes: &[RedactionBox]) -> Self {
        let mut made = self.clone();
        let side = |hundredths: u32| f64::from(hundredths) / 100.0;
        let mut content = String::from(" Q 0 g ");
        for covered in boxes {
            let below = 842.0 - side(covered.top) - side(covered.height);
            content.push_str(&format!(
                "{} {below} {} {} re f ",
                side(covered.left),
                side(covered.width),
                side(covered.height)
            ));
        }
        let page = made.document.get_dictionary(made.page).expect("the page").clone();
        let first = page.get(b"Contents").and_then(Object::as_reference).expect("its content");
        let before = made.document.add_object(Stream::new(dictionary! {}, b"q ".to_vec()));
        let after = made.document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
        made.page().set("Contents", vec![before.into(), first.into(), after.into()]);
        made
    }

    fn page(&mut self) -> &mut Dictionary {
        self.document.get_dictionary_mut(self.page).expect("the page")
    }

    fn resources(&mut self) -> &mut Dictionary {
        self.page().get_mut(b"Resources").and_then(Object::as_dict_mut).expect("resources")
    }

    fn font(mut self, name: &str, font: Dictionary) -> Self {
        let id = self.document.add_object(font);
        self.resources().get_mut(b"Font").and_then(Object::as_dict_mut).expect("fonts").set(name, id);
        self
    }

    fn object(mut self, name: &str, stream: Stream) -> Self {
        let id = self.document.add_object(stream);
        if !self.resources().has(b"XObject") {
            self.resources().set("XObject", dictionary! {});
        }
        self.resources().get_mut(b"XObject").and_then(Object::as_dict_mut).expect("objects").set(name, id);
        self
    }

    fn root(&mut self) -> &mut Dictionary {
        let root = self.document.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue");
        self.document.get_dictionary_mut(root).expect("the catalogue")
    }

    fn in_root(mut self, key: &str, value: impl Into<Object>) -> Self {
        self.root().set(key, value.into());
        self
    }

    fn in_page(mut self, key: &str, value: impl Into<Object>) -> Self {
        self.page().set(key, value.into());
        self
    }

    /// Files that draw the secret on the page, each in its own way; «Fornavn» stands beside it in all of them.
    pub fn with_drawn_secret() -> Vec<(&'static str, Self)> {
        let line = |text: &str| Self::drawing(&format!("BT /H 14 Tf 72 760 Td (Fornavn) Tj ET {text}"));
        let form = |content: &str| {
            let fonts = dictionary! { "H" => dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" } };
            Stream::new(
                dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                    "Resources" => dictionary! { "Font" => fonts },
                },
                latin(content),
            )
        };
        let mut ways = vec![
            ("shown whole", line("BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET")),
            ("in pieces", line("BT /H 14 Tf 72 700 Td [(He) 20 (mm) -30 (elig) 10 (het)] TJ ET")),
            ("on the next line", line("BT /H 14 Tf 16 TL 72 700 Td (Fornavn) Tj (Hemmelighet) ' ET")),
            ("with spacing", line("BT /H 14 Tf 16 TL 72 700 Td 0 1 (Hemmelighet) \" ET")),
            ("as hexadecimal", line("BT /H 14 Tf 72 700 Td <48656D6D656C6967686574> Tj ET")),
            ("on its side", line("BT /H 14 Tf 0 1 -1 0 300 400 Tm (Hemmelighet) Tj ET")),
            ("aslant", line("BT /H 14 Tf 0.866 0.5 -0.5 0.866 200 400 Tm (Hemmelighet) Tj ET")),
            ("scaled twice", line("q 0.5 0 0 2 10 20 cm BT /H 14 Tf 2 0 0 0.5 200 300 Tm (Hemmelighet) Tj ET Q")),
            ("mirrored and back", line("q -1 0 0 1 595 0 cm BT /H 14 Tf -1 0 0 1 400 500 Tm (Hemmelighet) Tj ET Q")),
            ("raised and stretched", line("BT /H 14 Tf 150 Tz 5 Ts 72 700 Td (Hemmelighet) Tj ET")),
            ("with an edge", line("BT /H 14 Tf 2 Tr 72 700 Td (Hemmelighet) Tj ET")),
            ("in grey", line("0.6 g BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET")),
            ("invisible, for search", line("BT /H 14 Tf 3 Tr 72 700 Td (Hemmelighet) Tj ET")),
            ("white on white", line("1 g BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET")),
            ("behind a picture", line("BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET 0.9 g 60 690 200 30 re f")),
            ("in a form", line("/F Do").object("F", form("BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET"))),
        ];
        ways.push(("in letters of its own (Type 3)", line("BT /T 14 Tf 72 700 Td (ab) Tj ET").type_3()));
        ways.push(("as a ligature", line("BT /L 14 Tf 72 700 Td (Hx) Tj ET").ligature()));
        let mut packed = line("BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET");
        packed.modern = true;
        ways.push(("in object streams", packed));
        let mut squeezed = line("BT /H 14 Tf 72 700 Td (Hemmelighet) Tj ET");
        squeezed.document.compress();
        ways.push(("compressed", squeezed));
        ways
    }

    /// A font whose glyphs are squares, and whose map says what they read as.
    fn type_3(mut self) -> Self {
        let square =
            self.document.add_object(Stream::new(dictionary! {}, b"700 0 0 0 600 700 d1 0 0 600 700 re f".to_vec()));
        let map = self.map(&[(0x61, "Hemmelig"), (0x62, "het")]);
        self.font("T", dictionary! {
            "Type" => "Font", "Subtype" => "Type3", "FontBBox" => vec![0.into(), 0.into(), 700.into(), 700.into()],
            "FontMatrix" => vec![0.001.into(), 0.into(), 0.into(), 0.001.into(), 0.into(), 0.into()],
            "CharProcs" => dictionary! { "s" => square },
            "Encoding" => dictionary! { "Type" => "Encoding", "Differences" => vec![97.into(), "s".into(), "s".into()] },
            "FirstChar" => 97, "LastChar" => 98, "Widths" => vec![700.into(), 700.into()],
            "Resources" => dictionary! {}, "ToUnicode" => map,
        })
    }

    /// A font in which one letter reads as many.
    fn ligature(mut self) -> Self {
        let map = self.map(&[(0x48, "H"), (0x78, "emmelighet")]);
        self.font(
            "L",
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "ToUnicode" => map },
        )
    }

    fn map(&mut self, letters: &[(u8, &str)]) -> ObjectId {
        let mut text = format!(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 begincodespacerange <00> <FF> \
             endcodespacerange {} beginbfchar\n",
            letters.len()
        );
        for (code, reads) in letters {
            let units: String = reads.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            text.push_str(&format!("<{code:02X}> <{units}>\n"));
        }
        text.push_str("endbfchar endcmap end end");
        self.document.add_object(Stream::new(dictionary! {}, text.into_bytes()))
    }

    /// Files that hold the secret where nobody sees it on the page.
    pub fn with_hidden_secret() -> Vec<(&'static str, Self)> {
        let page = || Self::plain("Fornavn og etternavn");
        let secret = || Object::string_literal(SECRET);
        let rect = || vec![Object::from(300), 300.into(), 400.into(), 320.into()];
        let mut ways = Vec::new();

        let mut made = page();
        let information = made.document.add_object(dictionary! { "Title" => secret(), "Author" => secret() });
        made.document.trailer.set("Info", information);
        ways.push(("in the information", made));

        let mut made = page();
        let packet = format!("<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>{SECRET}</dc:title></x:xmpmeta>");
        let fields = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let packet = made.document.add_object(Stream::new(fields, packet.into_bytes()));
        ways.push(("in the metadata", made.in_root("Metadata", packet)));

        let mut made = page();
        let note = made.document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Text", "Rect" => rect(), "Contents" => secret(), "T" => secret(), "F" => 2,
        });
        ways.push(("in a note", made.in_page("Annots", vec![Object::from(note)])));

        let mut made = page();
        let field = made.document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Tx", "T" => Object::string_literal("navn"), "V" => secret(),
            "DV" => secret(), "Rect" => rect(),
        });
        let form = dictionary! { "Fields" => vec![Object::from(field)], "DA" => Object::string_literal("/H 0 Tf") };
        ways.push(("in a field", made.in_page("Annots", vec![Object::from(field)]).in_root("AcroForm", form)));

        let mut made = page();
        let inner =
            made.document.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, SECRET.as_bytes().to_vec()));
        let name = format!("{SECRET}.txt");
        let specification = made.document.add_object(dictionary! {
            "Type" => "Filespec", "F" => Object::string_literal(name.as_str()), "UF" => Object::string_literal(name.as_str()),
            "EF" => dictionary! { "F" => inner },
        });
        let names = dictionary! { "Names" => vec![Object::string_literal(name.as_str()), specification.into()] };
        ways.push(("in a file inside", made.in_root("Names", dictionary! { "EmbeddedFiles" => names })));

        let mut made = page();
        let (outline, item) = (made.document.new_object_id(), made.document.new_object_id());
        let bookmark = dictionary! { "Title" => secret(), "Parent" => outline };
        made.document.objects.insert(item, Object::Dictionary(bookmark));
        let list = dictionary! { "Type" => "Outlines", "First" => item, "Last" => item, "Count" => 1 };
        made.document.objects.insert(outline, Object::Dictionary(list));
        ways.push(("in a bookmark", made.in_root("Outlines", outline)));

        let mut made = page();
        let element = made.document.add_object(dictionary! {
            "Type" => "StructElem", "S" => "Span", "ActualText" => secret(), "Alt" => secret(), "E" => secret(), "T" => secret(),
        });
        let root = dictionary! { "Type" => "StructTreeRoot", "K" => element };
        ways.push(("in the structure", made.in_root("StructTreeRoot", root)));

        let marked = "/Span <</ActualText (Hemmelighet)>> BDC BT /H 14 Tf 72 700 Td (Fornavn) Tj ET EMC";
        ways.push(("in marked content", Self::drawing(marked)));
        ways.push(("in a comment", Self::drawing("% Hemmelighet\nBT /H 14 Tf 72 700 Td (Fornavn) Tj ET")));
        let outside = "BT /H 14 Tf 72 700 Td (Fornavn) Tj 5000 0 Td (Hemmelighet) Tj ET";
        ways.push(("outside the page", Self::drawing(outside)));
        let clipped =
            "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET q 0 0 10 10 re W n BT /H 14 Tf 72 600 Td (Hemmelighet) Tj ET Q";
        ways.push(("cut away", Self::drawing(clipped)));
        let white = "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET 1 g BT /H 14 Tf 72 600 Td (Hemmelighet) Tj ET";
        ways.push(("white on white", Self::drawing(white)));
        let faint = "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET 0.98 g BT /H 14 Tf 72 600 Td (Hemmelighet) Tj ET";
        ways.push(("too faint to see", Self::drawing(faint)));
        let search = "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET BT 3 Tr /H 14 Tf 72 600 Td (Hemmelighet) Tj ET";
        ways.push(("for search alone", Self::drawing(search)));
        let behind = "BT /H 14 Tf 72 700 Td (Fornavn) Tj 0 -100 Td (Hemmelighet) Tj ET 0 g 60 590 300 30 re f";
        ways.push(("behind a box that lies in the file", Self::drawing(behind)));
        let tiny = "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET BT /H 0.4 Tf 72 600 Td (Hemmelighet) Tj ET";
        ways.push(("too small to read", Self::drawing(tiny)));

        let mut made = page();
        made.document.add_object(secret());
        ways.push(("in an object that nothing uses", made));

        let mut made = page();
        made.behind = format!("\n% {SECRET}\n").into_bytes();
        ways.push(("behind the end of the file", made));

        let thumbnail = Stream::new(
            dictionary! { "Width" => 11, "Height" => 1, "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8 },
            SECRET.as_bytes().to_vec(),
        );
        let mut made = page();
        let thumbnail = made.document.add_object(thumbnail);
        ways.push(("in a small picture of the page", made.in_page("Thumb", thumbnail)));

        let private = dictionary! { "Editor" => dictionary! { "Private" => secret() } };
        ways.push(("in what an editor left", page().in_page("PieceInfo", private)));
        let script = dictionary! { "S" => "JavaScript", "JS" => secret() };
        ways.push(("in a script", page().in_root("OpenAction", script)));
        ways.push(("in an older version of the page", Self::revised()));
        ways
    }

    /// A file whose page was changed by an update: the page as it was before lies in the bytes still.
    fn revised() -> Self {
        let old = Self::plain(&format!("Fornavn {SECRET}"));
        let mut bytes = Vec::new();
        let mut document = old.document.clone();
        document.save_to(&mut bytes).expect("written");
        let before = bytes.windows(9).rposition(|window| window == b"startxref").expect("a table");
        let table: String =
            bytes[before + 9..].iter().map(|byte| char::from(*byte)).filter(char::is_ascii_digit).collect();
        let content =
            document.get_dictionary(old.page).expect("the page").get(b"Contents").and_then(Object::as_reference);
        let (number, _) = content.expect("its content");
        let fresh = "BT /H 14 Tf 72 700 Td (Fornavn) Tj ET";
        let start = bytes.len();
        let root = document.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue").0;
        let object = format!("{number} 0 obj\n<</Length {}>>\nstream\n{fresh}\nendstream\nendobj\n", fresh.len());
        let update = format!(
            "{object}xref\n{number} 1\n{start:010} 00000 n \ntrailer\n<</Size {} /Root {root} 0 R /Prev {table}>>\nstartxref\n{}\n%%EOF\n",
            document.max_id + 1,
            start + object.len(),
        );
        bytes.extend_from_slice(update.as_bytes());
        Self { whole: Some(bytes), ..old }
    }

    /// Two pictures side by side, as an object and inline.
    pub fn with_pictures() -> Self {
        let picture = Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Width" => 4, "Height" => 4, "ColorSpace" => "DeviceRGB",
                "BitsPerComponent" => 8,
            },
            RED.repeat(16),
        );
        let inline = "q 100 0 0 100 300 600 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 40B040B0> EI Q";
        Self::drawing(&format!("BT /H 14 Tf 72 760 Td (Fornavn) Tj ET q 100 0 0 100 100 600 cm /P Do Q {inline}"))
            .object("P", picture)
    }

    /// The bytes of the pictures.
    pub fn raw_pictures(&self) -> Vec<Vec<u8>> {
        vec![RED.repeat(16)]
    }
}

const RED: [u8; 3] = [0xe0, 0x10, 0x30];

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect()
}
