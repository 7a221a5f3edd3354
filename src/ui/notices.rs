//! What the reader is told about a link that could not be taken as it was.

use yew::Html;

use super::tag::tag;
use crate::params::Notice;

/// One line for each notice.
pub fn notices(notices: &[Notice]) -> Vec<Html> {
    notices.iter().map(|notice| tag("p").text(notice.message.clone()).into()).collect()
}
