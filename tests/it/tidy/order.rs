//! Whether the files of each folder can be read in the order of the `mod` list
//! of their parent: each uses only those before it, and nothing that the parent
//! itself defines. So there are no circles, and the list is the order of reading.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Names from the root of a crate on: `crate`, `chart`, `scene`.
type Names = Vec<String>;

/// A file as a module. What is only compiled for tests does not count.
#[derive(Default)]
struct Module {
    file: String,
    /// The modules with files of their own, in the order of the list.
    children: Vec<String>,
    /// Those that are only for tests.
    tests: Vec<String>,
    /// What it names of its own crate, wherever that stands: in `use` lines, in
    /// expressions, in macros.
    uses: Vec<Names>,
    /// What its own `use` lines bring in; no names for what is of another crate.
    imports: BTreeMap<String, Names>,
    /// The modules that it brings in as a whole, `use figure::*`.
    globs: Vec<Names>,
    /// The items that it defines, and the macros.
    items: BTreeSet<String>,
    macros: BTreeSet<String>,
    /// The names in macros between the items: a macro may declare modules.
    in_macros: Vec<String>,
}

/// What is wrong with the order of modules, for crates that begin in these
/// files. `files` are paths from the root of the repository, and texts.
pub fn complaints(files: &[(String, String)], roots: &[&str]) -> Vec<String> {
    let files: BTreeMap<&str, &str> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for root in roots {
        let (folder, _) = root.rsplit_once('/').unwrap();
        let mut modules = BTreeMap::new();
        load(&files, root, folder, vec!["crate".to_owned()], &mut modules, &mut seen);
        for parent in modules.keys() {
            check(parent, &modules, &mut found);
        }
    }
    let in_sight = |file: &str| roots.iter().any(|root| file.starts_with(root.rsplit_once('/').unwrap().0));
    let missed = files.keys().filter(|file| in_sight(file) && !seen.contains(**file));
    found.extend(missed.map(|file| format!("{file} is in no list of modules")));
    found
}

/// Reads a file and all below it.
fn load(
    files: &BTreeMap<&str, &str>,
    file: &str,
    folder: &str,
    here: Names,
    modules: &mut BTreeMap<Names, Module>,
    seen: &mut BTreeSet<String>,
) {
    let text = files.get(file).unwrap_or_else(|| panic!("{file} is in a list of modules and not there"));
    seen.insert(file.to_owned());
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut module = Module { file: file.to_owned(), ..Module::default() };
    list(&tokens, &mut module);
    read(&tokens, &here, true, &mut module);
    for name in std::mem::take(&mut module.in_macros) {
        let is_known = module.children.contains(&name) || module.tests.contains(&name);
        if !is_known && files.contains_key(&*format!("{folder}/{name}.rs")) {
            module.children.push(name);
        }
    }
    seen.extend(module.tests.iter().map(|name| format!("{folder}/{name}.rs")));
    for name in &module.children {
        let below = [&*here, std::slice::from_ref(name)].concat();
        load(files, &format!("{folder}/{name}.rs"), &format!("{folder}/{name}"), below, modules, seen);
    }
    modules.insert(here, module);
}

/// Reads the `mod` list, which `use` lines may come before.
fn list(tokens: &[TokenTree], module: &mut Module) {
    for (at, three) in tokens.windows(3).enumerate() {
        if let [TokenTree::Ident(word), TokenTree::Ident(name), end] = three
            && word == "mod"
            && is_sign(Some(end), ';')
        {
            // Before it stand attributes and `pub` or `pub(…)`.
            let before = tokens[..at].iter().rev().take_while(|token| !is_sign(Some(token), ';'));
            let attribute = before.take_while(|token| !is_group(Some(token), Delimiter::Brace));
            let is_test = attribute.into_iter().any(is_cfg_test);
            let list = if is_test { &mut module.tests } else { &mut module.children };
            list.push(name.to_string());
        }
    }
}

/// Reads what tokens name. `here` is the module that they are in; `is_top` says
/// whether they are the items of the file itself.
fn read(tokens: &[TokenTree], here: &[String], is_top: bool, module: &mut Module) {
    let mut at = 0;
    while at < tokens.len() {
        let next = tokens.get(at + 1);
        match &tokens[at] {
            token if is_cfg_test(token) => {
                // The item after it is passed over.
                let is_end = |token| is_sign(Some(token), ';') || is_group(Some(token), Delimiter::Brace);
                at += tokens[at..].iter().position(is_end).unwrap_or(tokens.len());
            }
            TokenTree::Ident(word) if word == "mod" => {
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                    (next, tokens.get(at + 2))
                {
                    let below = [here, &[name.to_string()]].concat();
                    read(&body.stream().into_iter().collect::<Vec<_>>(), &below, false, module);
                    at += 2;
                }
            }
            TokenTree::Ident(word) if word == "use" => {
                let length = tokens[at..].iter().position(|token| is_sign(Some(token), ';'));
                let end = at + length.unwrap_or(1);
                for (names, known_as) in branches(&tokens[at + 1..end], &[]) {
                    take(names, Some(known_as), here, is_top, module);
                }
                at = end;
            }
            TokenTree::Ident(word)
                if ["crate", "super", "self"].iter().any(|start| word == start) && is_sign(next, ':') =>
            {
                let end = at + length_of_path(&tokens[at..]);
                for (names, _) in branches(&tokens[at..end], &[]) {
                    take(names, None, here, is_top, module);
                }
                at = end - 1;
            }
            TokenTree::Ident(word) if is_top => {
                const KINDS: [&str; 9] =
                    ["fn", "struct", "enum", "union", "trait", "type", "const", "static", "macro"];
                match (next, tokens.get(at + 2)) {
                    (Some(TokenTree::Ident(name)), _) if KINDS.iter().any(|kind| word == kind) => {
                        module.items.insert(name.to_string());
                    }
                    (Some(sign), Some(TokenTree::Ident(name))) if is_sign(Some(sign), '!') => {
                        module.macros.insert(name.to_string());
                    }
                    (Some(sign), Some(TokenTree::Group(body))) if is_sign(Some(sign), '!') => {
                        names_in(body.stream(), &mut module.in_macros);
                    }
                    _ => {}
                }
            }
            TokenTree::Group(group) => {
                read(&group.stream().into_iter().collect::<Vec<_>>(), here, false, module);
            }
            _ => {}
        }
        at += 1;
    }
}

/// Takes a path that a file names, and for a `use` line the name that it is
/// known by afterwards, `*` for all that is in it.
fn take(names: Names, known_as: Option<String>, here: &[String], is_top: bool, module: &mut Module) {
    let mut whole = here.to_vec();
    let ups = names.iter().take_while(|name| ["self", "super"].contains(&&***name)).count();
    match &*names[0] {
        "crate" => whole = names,
        "self" | "super" => {
            whole.truncate(here.len() - names[..ups].iter().filter(|name| *name == "super").count());
            whole.extend_from_slice(&names[ups..]);
        }
        first if module.children.iter().any(|child| child == first) => whole.extend(names),
        _ => whole.clear(),
    }
    if !whole.is_empty() {
        module.uses.push(whole.clone());
    }
    match known_as.filter(|_| is_top) {
        Some(known_as) if known_as == "*" => module.globs.push(whole),
        Some(known_as) => _ = module.imports.insert(known_as, whole),
        None => {}
    }
}

/// The paths of a tree such as `super::{a, b::{c, d as e}, f::*}`, each with the
/// name that it is known by.
fn branches(tree: &[TokenTree], stem: &[String]) -> Vec<(Names, String)> {
    let mut names = stem.to_vec();
    let mut known_as = None;
    for (at, token) in tree.iter().enumerate() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let parts = inner.split(|token| is_sign(Some(token), ',')).filter(|part| !part.is_empty());
                return parts.flat_map(|part| branches(part, &names)).collect();
            }
            TokenTree::Ident(word) if word == "as" => {
                known_as = tree.get(at + 1).map(ToString::to_string);
                break;
            }
            // In braces it is the stem itself.
            TokenTree::Ident(word)
                if word == "self" && !names.is_empty() && !is_sign(tree.get(at + 1), ':') => {}
            TokenTree::Ident(word) => names.push(word.to_string()),
            token if is_sign(Some(token), '*') => known_as = Some("*".to_owned()),
            _ => {}
        }
    }
    let known_as = known_as.or_else(|| names.last().cloned());
    if let (Some(known_as), false) = (known_as, names.is_empty()) {
        vec![(names, known_as)]
    } else {
        Vec::new()
    }
}

/// How many tokens belong to the path that they begin with.
fn length_of_path(tokens: &[TokenTree]) -> usize {
    let mut length = 1;
    while is_sign(tokens.get(length), ':') && is_sign(tokens.get(length + 1), ':') {
        match tokens.get(length + 2) {
            Some(TokenTree::Ident(_)) => length += 3,
            token if is_sign(token, '*') || is_group(token, Delimiter::Brace) => return length + 3,
            _ => break,
        }
    }
    length
}

fn names_in(tokens: TokenStream, names: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => names.push(name.to_string()),
            TokenTree::Group(group) => names_in(group.stream(), names),
            _ => {}
        }
    }
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_group(token: Option<&TokenTree>, delimiter: Delimiter) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
}

fn is_cfg_test(token: &TokenTree) -> bool {
    is_group(Some(token), Delimiter::Bracket) && token.to_string().replace(' ', "") == "[cfg(test)]"
}

/// Whose something is, seen from a folder.
enum Owner {
    Child(String),
    Parent,
}

/// Who of a folder has what is used; nobody if it comes from elsewhere.
fn owner(used: &[String], parent: &[String], modules: &BTreeMap<Names, Module>) -> Option<Owner> {
    let list = &modules[parent];
    let Some(name) = used.strip_prefix(parent)?.first() else { return Some(Owner::Parent) };
    if list.children.contains(name) {
        return Some(Owner::Child(name.clone()));
    }
    if let Some(import) = list.imports.get(name).filter(|import| *import != used) {
        return owner(import, parent, modules);
    }
    let has = |glob: &&Names| {
        modules
            .get(*glob)
            .is_some_and(|module| module.items.contains(name) || module.imports.contains_key(name))
    };
    if let Some(glob) = list.globs.iter().find(has) {
        return owner(glob, parent, modules);
    }
    // An exported macro is called by the root of its crate.
    let mut macros = modules.iter().filter(|(path, module)| path.len() > 1 && module.macros.contains(name));
    match macros.next() {
        Some((path, _)) if parent.len() == 1 => Some(Owner::Child(path[1].clone())),
        _ => Some(Owner::Parent),
    }
}

/// Complains of every use in a folder that the order of its list does not allow.
fn check(parent: &Names, modules: &BTreeMap<Names, Module>, found: &mut Vec<String>) {
    let list = &modules[parent];
    let place = |name: &str| list.children.iter().position(|child| child == name);
    let mut links: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut backward = Vec::new();
    for (path, module) in modules.iter().filter(|(path, _)| path.len() > parent.len()) {
        let Some([child, ..]) = path.strip_prefix(&**parent) else { continue };
        for used in &module.uses {
            match owner(used, parent, modules) {
                Some(Owner::Child(other)) if other != *child => {
                    links.entry(child).or_default().insert(other.clone());
                    if place(&other) > place(child) {
                        backward.push((&module.file, used.join("::"), child, other));
                    }
                }
                Some(Owner::Parent) => {
                    let (file, used, list) = (&module.file, used.join("::"), &list.file);
                    found.push(format!("{file} uses {used}, which {list} itself has"));
                }
                _ => {}
            }
        }
    }
    for (file, used, child, other) in backward {
        let circle = way(&other, child, &links).map_or_else(String::new, |way| {
            format!(", and they go in a circle: {child} -> {}", way.join(" -> "))
        });
        let list = &list.file;
        found.push(format!("{file} uses {used}, but {list} lists {other} after {child}{circle}"));
    }
}

/// The shortest way from one file to another along what they use.
fn way(from: &str, to: &str, links: &BTreeMap<&str, BTreeSet<String>>) -> Option<Names> {
    let mut ways = VecDeque::from([vec![from.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let last = way.last()?;
        if last == to {
            return Some(way);
        }
        for next in links.get(&**last).into_iter().flatten().filter(|next| seen.insert((*next).clone())) {
            ways.push_back([&*way, std::slice::from_ref(next)].concat());
        }
    }
    None
}

/// The complaints about a crate of these files below `src/`.
fn of(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<_> =
        files.iter().map(|(path, text)| (format!("src/{path}"), (*text).to_owned())).collect();
    complaints(&files, &["src/lib.rs"])
}

#[test]
fn a_file_may_use_those_before_it() {
    let list = "mod a; #[cfg(feature = \"x\")] pub mod b; pub(crate) mod c; pub use a::Item; use std::fmt;";
    let below = "mod inner; pub use inner::Deep; pub struct Own;";
    let inner = "use super::super::a::{self, Item}; use crate::fmt; pub(super) struct Deep;";
    let last = "//! Of [`crate::d`].\nuse crate::{Item, b::{Deep, Own}}; use other::c::d; fn f() { super::a::g(\"super::d\") }";
    let files = [("lib.rs", list), ("a.rs", ""), ("b.rs", below), ("b/inner.rs", inner), ("c.rs", last)];
    assert_eq!(of(&files), [""; 0]);
}

#[test]
fn a_use_of_a_file_that_comes_later_is_found_wherever_it_stands() {
    let list = "mod a; mod b; mod c; pub use b::Item as Thing; pub use c::*; pub use deep::Deep; mod deep;";
    let later = "macro_rules! made { () => {}; } pub struct Other; pub const fn made() {}";
    for (user, name) in [
        ("use super::b;", "b"),
        ("use super::b::{x, y};", "b"),
        ("pub use std::{fmt, io}; use crate::b as bee;", "b"),
        ("use super::{b::x as y};", "b"),
        ("fn f() -> u8 { super::b::x() }", "b"),
        ("fn f(x: crate::b::X) {}", "b"),
        ("fn f() { use super::b::*; }", "b"),
        ("fn f() -> String { format!(\"{}\", [super::b::X]) }", "b"),
        ("mod inner { use super::super::b; }", "b"),
        ("macro_rules! m { () => { $crate::b::X }; }", "b"),
        ("use super::Thing;", "b"),
        ("use super::Other;", "c"),
        ("use crate::made;", "c"),
        ("use super::Deep;", "deep"),
        ("#[cfg(test)] mod tests { use super::*; } use super::b::x;", "b"),
    ] {
        let files = [("lib.rs", list), ("a.rs", user), ("b.rs", ""), ("c.rs", later), ("deep.rs", "")];
        let found = of(&files);
        let end = format!("but src/lib.rs lists {name} after a");
        let is_right = |found: &String| found.starts_with("src/a.rs uses crate::") && found.ends_with(&end);
        assert!(!found.is_empty() && found.iter().all(is_right), "{user}: {found:?}");
    }
}

#[test]
fn a_circle_is_named() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a.rs", "mod one; mod two; mod three;"),
        ("a/one.rs", "use super::three::x;"),
        ("a/two.rs", "use crate::a::one;"),
        ("a/three.rs", "use super::two;"),
    ];
    let complaint = "src/a/one.rs uses crate::a::three::x, but src/a.rs lists three after one, \
                     and they go in a circle: one -> three -> two -> one";
    assert_eq!(of(&files), [complaint]);
}

#[test]
fn what_the_parent_has_itself_is_not_for_its_children() {
    for user in ["use super::own;", "use super::*;", "fn f() { super::own() }", "use crate::a::own;"] {
        let files = [("lib.rs", "mod a;"), ("a.rs", "mod one; pub fn own() {}"), ("a/one.rs", user)];
        let found = of(&files);
        assert!(found.len() == 1 && found[0].ends_with("which src/a.rs itself has"), "{user}: {found:?}");
    }
}

#[test]
fn grandchildren_count_as_their_folder() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "mod one;"),
        ("a/one.rs", "use super::super::b::x;"),
        ("b.rs", "use crate::a;"),
    ];
    let complaint = "src/a/one.rs uses crate::b::x, but src/lib.rs lists b after a, \
                     and they go in a circle: a -> b -> a";
    assert_eq!(of(&files), [complaint]);
}

#[test]
fn tests_may_use_what_they_like() {
    let list = "#[cfg(test)] mod tests; mod a; mod b; fn own() {}";
    let user =
        "#[cfg(test)] use super::b; #[cfg(test)] mod tests { use super::super::{b, own}; use super::*; }";
    let files = [("lib.rs", list), ("a.rs", user), ("b.rs", ""), ("tests.rs", "use super::*;")];
    assert_eq!(of(&files), [""; 0]);
}

#[test]
fn modules_that_a_macro_declares_are_in_its_order() {
    let list = "macro_rules! all { ($($name:ident),*) => { $(mod $name;)* } } all! { b, a }";
    let files = [("lib.rs", list), ("a.rs", "use super::b;"), ("b.rs", "")];
    assert_eq!(of(&files), [""; 0]);
    let files = [("lib.rs", list), ("a.rs", ""), ("b.rs", "use super::a;")];
    assert_eq!(of(&files), ["src/b.rs uses crate::a, but src/lib.rs lists a after b"]);
}

#[test]
fn a_file_in_no_list_is_found() {
    let files = [("lib.rs", "mod a;"), ("a.rs", ""), ("b.rs", "use super::a;")];
    assert_eq!(of(&files), ["src/b.rs is in no list of modules"]);
}
