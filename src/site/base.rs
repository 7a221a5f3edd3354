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
