//! Parameters: what a reader can turn, declared once with [`params!`](crate::params!).
//!
//! Name, default, range, unit and meaning of a parameter stand in one line of
//! a simulator; sliders, links, tables, help and tests are made from it.
//! A [`Values`] holds one legal number per parameter, whatever it was given, and
//! a [`Ranges`] beside it the legal ends of those that a reader is not sure of.

mod spec;
mod values;
mod ranges;
mod link;

pub use link::{Notice, from_link, from_query, page_key, to_link, to_query};
#[cfg(feature = "export")]
pub(crate) use link::{named, understands};
#[cfg(any(feature = "view", feature = "export"))]
pub(crate) use link::{set, shortened};
pub use ranges::Ranges;
pub use spec::{By, Choice, Origin, Plausible, Scale, Slider, Spec};
pub use values::{Change, Values};

/// A struct of parameters made by [`params!`](crate::params!).
pub trait Params: Sized {
    /// One line per parameter, in the order of the page.
    const SPECS: &'static [Spec];

    /// The typed parameters. Cannot fail: [`Values`] are legal.
    ///
    /// # Panics
    /// If `values` belong to another simulator's parameters.
    fn from_values(values: &Values) -> Self;
}

/// The type of one parameter: `f64`, `u32` (a count), `bool` (a flag) or an enum
/// made by [`choice!`](crate::choice!).
pub trait Field {
    /// The value of the parameter at a place, which is legal.
    fn read(values: &Values, place: usize) -> Self;
}

impl Field for f64 {
    fn read(values: &Values, place: usize) -> Self {
        values.numbers()[place]
    }
}

impl Field for u32 {
    fn read(values: &Values, place: usize) -> Self {
        values.numbers()[place] as u32
    }
}

impl Field for bool {
    fn read(values: &Values, place: usize) -> Self {
        values.numbers()[place] != 0.0
    }
}

/// Turns a default of any field type into a number while compiling (trait
/// methods cannot do that yet, inherent ones can).
#[doc(hidden)]
pub struct DefaultOf<T>(core::marker::PhantomData<T>);

impl DefaultOf<f64> {
    /// The default as a number.
    #[must_use]
    pub const fn number(default: f64) -> f64 {
        default
    }
}

impl DefaultOf<u32> {
    /// The default as a number.
    #[must_use]
    pub const fn number(default: u32) -> f64 {
        default as f64
    }
}

impl DefaultOf<bool> {
    /// The default as a number: 1 for on, 0 for off.
    #[must_use]
    pub const fn number(default: bool) -> f64 {
        if default { 1.0 } else { 0.0 }
    }
}

/// Declares a simulator's parameters: a struct with one field each, and its
/// [`Spec`]s. The doc comment of a field is the help that readers see.
///
/// ```
/// use what_survives::params;
/// use what_survives::params::{Params, Spec, Values};
///
/// params! {
///     /// Parameters of a coin.
///     pub struct CoinParams {
///         /// How often it lands on heads.
///         heads: f64 = 0.5, Spec::real("Chance of heads", 0.0, 1.0, 0.01);
///         /// How often it is thrown.
///         throws: u32 = 10, Spec::count("Throws", 1.0, 100.0);
///     }
/// }
///
/// let mut values = Values::defaults(CoinParams::SPECS);
/// values.set("throws", 12.4);
/// assert_eq!(CoinParams::from_values(&values).throws, 12);
/// ```
#[macro_export]
macro_rules! params {
    ($(#[$about:meta])* pub struct $Name:ident {
        $($(#[doc = $help:literal])+ $field:ident : $Type:ty = $default:expr, $spec:expr;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Name {
            $($(#[doc = $help])+ pub $field: $Type,)+
        }

        impl $crate::params::Params for $Name {
            const SPECS: &'static [$crate::params::Spec] = &[
                $($spec.declared(
                    stringify!($field),
                    concat!($($help),+),
                    $crate::params::DefaultOf::<$Type>::number($default),
                ),)+
            ];

            fn from_values(values: &$crate::params::Values) -> Self {
                let mut places = 0..;
                $(let $field = <$Type as $crate::params::Field>::read(values, places.next().unwrap_or(0));)+
                Self { $($field),+ }
            }
        }
    };
}

/// Declares the type of a choice parameter: an enum whose variants have an id
/// (for links) and a label (for readers). For use in this crate.
///
/// ```text
/// choice! {
///     /// Which law the learner follows.
///     pub enum Law {
///         /// Log-odds move.
///         Gated = "gated", "gated learner";
///         /// Probabilities move.
///         Linear = "linear", "linear law";
///     }
/// }
/// ```
#[macro_export]
macro_rules! choice {
    ($(#[$about:meta])* pub enum $Name:ident {
        $($(#[$help:meta])+ $Variant:ident = $id:literal, $label:literal;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Name {
            $($(#[$help])+ $Variant,)+
        }

        impl $Name {
            /// What a reader can choose, in order.
            pub const CHOICES: &'static [$crate::params::Choice] =
                &[$($crate::params::Choice { id: $id, label: $label }),+];
        }

        impl $crate::params::Field for $Name {
            fn read(values: &$crate::params::Values, place: usize) -> Self {
                [$(Self::$Variant),+][values.numbers()[place] as usize]
            }
        }

        impl $crate::params::DefaultOf<$Name> {
            /// The default as a number: its place in the list.
            #[must_use]
            pub const fn number(default: $Name) -> f64 {
                default as u8 as f64
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    choice! {
        /// Which law the learner follows.
        pub enum Law {
            /// Log-odds move.
            Gated = "gated", "gated learner";
            /// Probabilities move.
            Linear = "linear", "linear law";
        }
    }

    params! {
        /// One parameter of every kind.
        pub struct AllKinds {
            /// A real number, whose help goes over
            /// two lines.
            share: f64 = 0.5, Spec::real("Share", 0.0, 1.0, 0.01);
            /// A count.
            steps: u32 = 100, Spec::log_count("Steps", 1.0, 1e4);
            /// A flag.
            on: bool = true, Spec::flag("On");
            /// A choice.
            law: Law = Law::Linear, Spec::choice("Law", Law::CHOICES);
        }
    }

    #[test]
    fn every_kind_of_parameter_has_its_default_and_can_be_set() {
        let defaults = Values::defaults(AllKinds::SPECS);
        let expected = AllKinds { share: 0.5, steps: 100, on: true, law: Law::Linear };
        assert_eq!(AllKinds::from_values(&defaults), expected);
        let (values, notices) = from_query(&defaults, "share=0.25&steps=7&on=off&law=gated");
        assert_eq!(notices, []);
        let expected = AllKinds { share: 0.25, steps: 7, on: false, law: Law::Gated };
        assert_eq!(AllKinds::from_values(&values), expected);
    }

    #[test]
    fn specs_know_the_name_and_the_help_of_their_field() {
        let spec = AllKinds::SPECS[0];
        assert_eq!((spec.id, spec.help), ("share", "A real number, whose help goes over two lines."));
        assert_eq!(Law::CHOICES[1], Choice { id: "linear", label: "linear law" });
    }
}
