//! Where the site will be served, as far as that is known.

/// The address of the site's root: a path, a whole address, or unknown. Pages
/// name each other by relative addresses; only what other sites and other
/// programs read needs more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// Scheme and host; empty if unknown.
    origin: String,
    /// The path, with a slash at both ends; empty if unknown.
    path: String,
}

impl Base {
    /// The same, if the text can be an address at all.
    ///
    /// # Errors
    /// One sentence that says why it cannot.
    pub fn read(text: &str) -> Result<Self, String> {
        let path = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
        let (host, rest) =
            if path.len() == text.len() { ("", path) } else { path.split_once('/').unwrap_or((path, "")) };
        let is_drive =
            matches!(text.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic());
        if is_drive || text.contains('\\') {
            return Err(format!(
                "“{text}” is a folder of Windows and no address. Git Bash makes one of a path such as /models/: \
                 write models, or the whole address, https://HOST/models/"
            ));
        }
        let is_strange =
            |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"'?#&:".contains(letter);
        if rest.contains(is_strange)
            || host.contains(|letter| letter != ':' && is_strange(letter))
            || path.len() < text.len() && host.is_empty()
        {
            return Err(format!(
                "“{text}” is no address of a site: write a path such as /models/, or https://HOST/PATH/"
            ));
        }
        Ok(Self::new(text))
    }

    /// Reads `/models/`, `https://example.org/models/`, or nothing.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let host = text.find("://").map_or(0, |scheme| scheme + 3);
        let path_at = text[host..].find('/').map_or(text.len(), |at| host + at);
        let (origin, path) = if host == 0 { ("", text) } else { text.split_at(path_at) };
        let path = match path.trim_matches('/') {
            "" if text.is_empty() => String::new(),
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        };
        Self { origin: origin.to_owned(), path }
    }

    /// The path of the root, with a slash at both ends, if it is known.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        Some(&*self.path).filter(|path| !path.is_empty())
    }

    /// Scheme and host, if they are known.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        Some(&*self.origin).filter(|origin| !origin.is_empty())
    }

    /// The whole address of a path below the root, if the host is known.
    #[must_use]
    pub fn url(&self, path: &str) -> Option<String> {
        let Self { origin, path: root } = self;
        (!origin.is_empty()).then(|| format!("{origin}{root}{path}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_no_base_is_refused_in_words() {
        for text in [
            "",
            "/",
            "/models/",
            "models",
            "a/b",
            "/v/1.2.3/",
            "http://localhost:8080/",
            "https://example.org",
            "https://example.org/m/",
        ] {
            assert_eq!(Base::read(text), Ok(Base::new(text)), "{text}");
        }
        for text in ["C:/Program Files/Git/models/", "c:\\models", "D:/", "\\\\host\\share", "/models\\"] {
            assert!(Base::read(text).is_err_and(|said| said.contains("folder of Windows")), "{text}");
        }
        for text in [
            "https://",
            "https:///models/",
            "example.org:80/models",
            "ftp://example.org/",
            "/my models/",
            "/models/?a=1",
            "/models/#top",
            "/\"onload=\"",
            "https://exa mple.org/",
        ] {
            assert!(Base::read(text).is_err_and(|said| said.contains("no address of a site")), "{text}");
        }
    }

    #[test]
    fn a_base_is_a_path_or_a_whole_address() {
        let check = |text, path: Option<&str>, url: Option<&str>| {
            let base = Base::new(text);
            assert_eq!((base.path(), base.url("a/").as_deref()), (path, url), "{text}");
        };
        check("", None, None);
        check("/", Some("/"), None);
        check("/models/", Some("/models/"), None);
        check("models", Some("/models/"), None);
        check("https://example.org", Some("/"), Some("https://example.org/a/"));
        check("https://example.org//", Some("/"), Some("https://example.org/a/"));
        check("https://example.org/m/n", Some("/m/n/"), Some("https://example.org/m/n/a/"));
    }
}
