//! The file's metadata (XMP): title, language, dates and the standards that it follows.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};

use crate::wording::Language;

/// Who makes the file; without a version, so that a letter has the same bytes whatever version draws it again.
pub const PRODUCER: &str = "Personvernsak";

/// What the metadata says.
pub struct Facts<'a> {
    /// The title; names no person.
    pub title: &'a str,
    /// The body that sends the letter.
    pub creator: &'a str,
    /// The language of the letter.
    pub language: Language,
    /// The date that the letter bears.
    pub dated_on: NaiveDate,
    /// When the file was made.
    pub created_at: DateTime<Utc>,
    /// The part of PDF/A that the file follows: 2, or 3 where it holds other files.
    pub part: u8,
    /// The letter's own number, 32 hexadecimal digits.
    pub identifier: &'a str,
}

/// The packet.
pub fn packet(facts: &Facts) -> String {
    let title = escaped(facts.title);
    let creator = escaped(facts.creator);
    let language = facts.language.code();
    let at = facts.created_at.format("%Y-%m-%dT%H:%M:%SZ");
    let dated = facts.dated_on.format("%Y-%m-%d");
    let Facts { identifier, part, .. } = facts;
    let mut packet = String::from("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    // Writing to a string does not fail.
    let _ = write!(
        packet,
        r#"<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:date><rdf:Seq><rdf:li>{dated}</rdf:li></rdf:Seq></dc:date>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<xmp:CreateDate>{at}</xmp:CreateDate>
<xmp:ModifyDate>{at}</xmp:ModifyDate>
<xmp:MetadataDate>{at}</xmp:MetadataDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#
    );
    packet
}

/// PDF/A knows no schema for the part number of PDF/UA, so the file must bring its description (ISO 19005-2, 6.6.2.3).
const EXTENSION: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

fn escaped(text: &str) -> String {
    super::shape::clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_of_xml_in_a_title_are_only_letters() {
        assert_eq!(escaped("Svar & «<b>»\n"), "Svar &amp; «&lt;b&gt;» ");
    }
}
