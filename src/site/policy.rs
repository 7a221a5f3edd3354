//! The content security policy of the pages: what they may load, and from where.
//!
//! `index.html` states it with `'self'`, which means the page's own origin. In
//! a frame with `sandbox` a page has no origin, and some releases of WebKit
//! then let `'self'` match nothing at all: such a frame is refused its own
//! style and its own program. The name of the host beside `'self'` says the
//! same in words that hold there, too.

use super::base::Base;

/// How the policy begins in `index.html`.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const SELF: &str = "'self'";

/// What has a page take its address for that of a folder. Some hosts answer
/// `/about` with the page of `/about/`, whose relative addresses then lead one
/// folder too high. Nothing is loaded again, so a host that takes slashes away
/// is no loop.
const FOLDER: &str = "<script>try{if(/^http/.test(location.protocol)&&!/(\\/|\\.html?)$/.test(location.pathname))\
    history.replaceState(history.state,\"\",location.pathname+\"/\"+location.search+location.hash)}catch{}";

/// What has a page say that its style is gone, as that of a cached page may be
/// once there is a newer one, in words that need none. Wherever a page offers
/// to be loaded again, a link without an address does that past the cache, with
/// the state that the address has.
const GONE: &str = "onclick=e=>!e.target.matches(\"a[href='']\")||e.preventDefault(location.reload());\
    onload=()=>getComputedStyle(document.body).getPropertyValue(\"--ink\")||document.body.insertAdjacentHTML(\"afterbegin\",\
    \"<p role=alert>Parts of this page are not here. <a href=''>Load it again</a>\")</script>\n";

/// What has the page for addresses that do not exist go on to the one that was
/// meant: without what the text around a link has left behind its path, with
/// the `?` that somebody has escaped, in small letters. Each step makes the
/// address shorter or smaller, so there is no loop. It names the origin, or a
/// path with two slashes would lead to another host.
const MEANT: &str = "<script>try{const path=decodeURIComponent(location.pathname),\
    [,head,left=\"\"]=/^(.*\\/[\\w.-]*?)\\.*([^\\w.\\/-].*)?$/s.exec(path),\
    at=path.startsWith(ROOT)?ROOT.length:path.replace(/\\/$/,\"\").lastIndexOf(\"/\")+1,\
    meant=head.slice(0,at)+head.slice(at).toLowerCase();\
    if(meant!==path)location.replace(location.origin+meant.split(\"/\").map(encodeURIComponent).join(\"/\")+\
    (/^[?&]./.test(left)?\"?\"+left.slice(1):location.search)+location.hash)}catch{}</script>\n";

/// Has the page for addresses that do not exist lead to the one that was meant.
/// `root` is the path of the site, where it is known.
pub fn lead_on(html: &str, root: Option<&str>) -> String {
    let root = format!("\"{}\"", root.unwrap_or("?"));
    html.replacen(META, &[&*MEANT.replace("ROOT", &root), META].concat(), 1)
}

/// Has a page that is the index of its folder work without the slash behind
/// the folder's name, and say so if it is left without its style.
pub fn stand_alone(html: &str) -> String {
    match html.split_once(META) {
        Some((before, after)) => [before, FOLDER, GONE, META, after].concat(),
        None => html.to_owned(),
    }
}

/// Names the host in the policy of a page.
///
/// A build that does not know its host lets the page ask for it: a script
/// makes the policy before anything else is loaded. The policy
/// that it makes allows no other script that stands in the page. Where
/// scripts are switched off there is no policy, and nothing that it would have
/// to stop.
pub fn name_host(html: &str, base: &Base) -> String {
    let Some((before, policy, after)) = html.split_once(META).and_then(|(before, rest)| {
        let (policy, after) = rest.split_once("\">")?;
        Some((before, policy, after))
    }) else {
        return html.to_owned();
    };
    match base.origin() {
        Some(origin) => {
            let policy = policy.replace(SELF, &format!("{SELF} {origin}"));
            format!("{before}{META}{policy}\">{after}")
        }
        None => format!(
            "{before}<script>document.head.append(Object.assign(document.createElement(\"meta\"),\
             {{httpEquiv:\"Content-Security-Policy\",content:\"{policy}\"\
             .replace(/{SELF}/g,/^http/.test(location.origin)?\"{SELF} \"+location.origin:\"{SELF}\")}}))</script>{after}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                        script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\">\n<title>A page</title>";

    #[test]
    fn a_known_host_is_named_wherever_the_page_itself_is() {
        assert_eq!(
            name_host(PAGE, &Base::new("https://example.org/models/")),
            "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'self' https://example.org 'wasm-unsafe-eval'; style-src 'self' https://example.org\">\n\
             <title>A page</title>"
        );
    }

    #[test]
    fn where_the_host_is_not_known_the_page_asks_for_it_before_anything_is_loaded() {
        for base in ["", "/models/"] {
            let html = name_host(PAGE, &Base::new(base));
            assert!(!html.contains("<meta http-equiv"), "{html}");
            assert!(html.starts_with("<head>\n<script>document.head.append("), "{html}");
            assert!(
                html.contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\".replace("),
                "{html}"
            );
            assert!(html.ends_with("</script>\n<title>A page</title>"), "{html}");
        }
    }

    #[test]
    fn the_address_is_mended_before_the_policy_allows_no_script() {
        for base in ["", "https://example.org/models/"] {
            let html = name_host(&stand_alone(PAGE), &Base::new(base));
            assert!(html.starts_with("<head>\n<script>try{if("), "{html}");
            assert!(html.contains(".pathname+\"/\"+") && html.contains("Content-Security-Policy"), "{html}");
        }
    }

    #[test]
    fn the_page_for_addresses_that_do_not_exist_leads_to_its_own_origin_alone() {
        let html = lead_on(PAGE, Some("/models/"));
        assert!(
            html.contains("location.replace(location.origin+meant") && html.contains("\"/models/\""),
            "{html}"
        );
        assert!(html.find("location.replace") < html.find(META), "{html}");
    }

    #[test]
    fn a_page_without_a_policy_stays_as_it_is() {
        assert_eq!(name_host("<title>A page</title>", &Base::default()), "<title>A page</title>");
    }
}
