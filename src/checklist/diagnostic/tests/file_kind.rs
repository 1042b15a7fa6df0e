//! Files that are no definition, by their first bytes and their lines.

use super::*;

#[test]
fn a_file_of_another_kind_is_known() {
    let of = |bytes: &[u8]| match std::str::from_utf8(bytes) {
        Ok(text) => FileKind::of_text(text),
        Err(_) => FileKind::of_bytes(bytes),
    };
    for (bytes, kind) in [
        (&b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml\xff"[..], Some(FileKind::Document)),
        (
            b"PK\x03\x04\x14\0\0\0\0\0\0\0!\0mimetypeapplication/vnd.oasis.opendocument.text",
            Some(FileKind::Document),
        ),
        (b"PK\x03\x04\x14\0\0\0\x08\0\0\0!\0lijst.toml\xff\xfe", Some(FileKind::Archive)),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Some(FileKind::Document)),
        (b"{\\rtf1\\ansi format = 1}", Some(FileKind::Document)),
        (b"%PDF-1.7\n%\xe2\xe3", Some(FileKind::Pdf)),
        (b"\x1F\x8B\x08\0\0\0", Some(FileKind::Archive)),
        (b"\x89PNG\r\n\x1a\n", Some(FileKind::Picture)),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some(FileKind::Picture)),
        (b"\0\0\0\x18ftypheic\xff", Some(FileKind::Picture)),
        (b"\xFF\xFEf\0o\0r\0m\0a\0t\0", Some(FileKind::Utf16)),
        (b"f\0o\0r\0m\0a\0t\0 \0=\0 \x001\0\r\0\n\0", Some(FileKind::Utf16)),
        (b"<!DOCTYPE html>\n<html lang=\"nl\">", Some(FileKind::WebPage)),
        (b"\xEF\xBB\xBF<?xml version=\"1.0\"?>", Some(FileKind::WebPage)),
        (b"{\"format\": 1}", Some(FileKind::Json)),
        (b"{\n  \"format\": 1,\n  \"id\": \"a=b\"\n}\n", Some(FileKind::Json)),
        (b"{}", Some(FileKind::Json)),
        (b"[\n  { \"id\": \"a\" }\n]", Some(FileKind::Json)),
        (b"[{\"id\": \"a\"}]", Some(FileKind::Json)),
        (b"---\nformat: 1\nid: wens\ntitle: Wensen\n", Some(FileKind::Yaml)),
        (b"format: 1\nid: wens\ngroup:\n  - id: een\n    title: Een\n", Some(FileKind::Yaml)),
        (b"Van: Anna\nAan: Bert\nOnderwerp: de lijst\n\nHierbij de lijst.\n", Some(FileKind::Yaml)),
        (
            b"Wensen van de pati\xc3\xabnt\n\nVraag 1. Waar wilt u zijn?\nVraag 2. Met wie?\n",
            Some(FileKind::Text),
        ),
        (b"vraag;antwoord\nPijn;ja\nMoe;nee\n", Some(FileKind::Text)),
        (b"format: 1\n[[group]]\nid: een\ntitle: Een\n", None),
        (b"# Wensen\n\n- vraag een\n- vraag twee\n- vraag drie\n", Some(FileKind::Text)),
        (b"format = 1\rid = \"wens\"\rversion = \"1\"\rtitle = \"Wens\"\r", Some(FileKind::OneLine)),
        (
            b"format = 1 id = \"wens\" version = \"1\" [[group]] title = \"Een\" [[group.item]] id = \"a\"\n",
            Some(FileKind::OneLine),
        ),
        (b"format = 1\nid: een\ntitle: Een\nversion: 1\n", None),
        (b"# alleen\n# uitleg\n# hier\n", None),
        (b"wens", None),
        (b"een\ntwee\n", None),
        (b"```toml\nformat 1\nid een\ntitle een\n```", None),
        (b"", None),
        (b"a\xff\xfe", None),
        (b"BMI: 20 = goed", None),
    ] {
        assert_eq!(of(bytes), kind, "{}", bytes.escape_ascii());
    }
}
