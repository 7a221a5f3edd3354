//! What the reader is told about a link that could not be taken as it was.

use yew::prelude::*;

use crate::params::Notice;

/// Props of [`Notices`].
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// What to say.
    pub notices: Vec<Notice>,
}

/// One line for each notice.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    props.notices.iter().map(|notice| html! { <p>{ notice.message.clone() }</p> }).collect()
}
