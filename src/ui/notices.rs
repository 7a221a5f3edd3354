//! What the reader is told about a link that could not be taken as it was.

use yew::prelude::*;

use crate::params::Notice;

/// One line for each notice.
pub fn notices(notices: &[Notice]) -> Html {
    notices.iter().map(|notice| html! { <p>{ notice.message.clone() }</p> }).collect()
}
