//! Texts in two languages.

use serde_json::{Map, Value, json};

use super::TRANSLATION;
use crate::checklist::Localized;
use crate::text;

/// Writes a text behind a key, its translation beside it.
pub(super) fn put_text(fields: &mut Map<String, Value>, key: &str, text: &Localized) {
    fields.insert(key.to_owned(), json!(text.nl));
    if let Some(english) = &text.en {
        let parts =
            json!([{ "url": "lang", "valueCode": "en" }, { "url": "content", "valueString": english }]);
        let translation = json!({ "extension": [{ "url": TRANSLATION, "extension": parts }] });
        fields.insert(format!("_{key}"), translation);
    }
}

/// A text of a form with its translation: Dutch and English, whichever of them is the language of the form.
pub(super) fn text_of(fields: &Value, key: &str, language: &str) -> Option<Localized> {
    let own = clean(fields.get(key)?.as_str()?);
    if own.is_empty() {
        return None;
    }
    let beside = fields.get(format!("_{key}"));
    let translated = |wanted: &str| {
        let extensions = beside?.get("extension")?.as_array()?;
        extensions.iter().filter(|extension| is(extension, TRANSLATION)).find_map(|extension| {
            let parts = extension.get("extension")?.as_array()?;
            let lang = parts.iter().find(|part| is(part, "lang"))?;
            let lang = lang.get("valueCode").or_else(|| lang.get("valueString"))?.as_str()?;
            let content = parts.iter().find(|part| is(part, "content"))?;
            let content = content.get("valueString").or_else(|| content.get("valueMarkdown"))?.as_str()?;
            let fits = lang == wanted || lang.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('-'));
            fits.then(|| clean(content)).filter(|text| !text.is_empty())
        })
    };
    Some(if language.starts_with("nl") {
        Localized { nl: own, en: translated("en") }
    } else {
        match translated("nl") {
            Some(nl) if language.starts_with("en") => Localized { nl, en: Some(own) },
            Some(nl) => Localized { nl, en: translated("en") },
            None => Localized { nl: own, en: translated("en") },
        }
    })
}

/// Whether an extension is of this kind.
pub(super) fn is(extension: &Value, url: &str) -> bool {
    extension.get("url").and_then(Value::as_str) == Some(url)
}

/// A text as it may be shown.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\t'], " ");
    text::visible_text(text.trim()).into_owned()
}
