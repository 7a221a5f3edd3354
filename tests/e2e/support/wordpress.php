<?php
// WordPress's own functions, asked without a server and a database: what it leaves of a post by somebody who may not
// write any HTML, and what it makes of an address: it looks for oEmbed in the page, fetches it, and filters it. Only the
// fetching is ours: pages come from the standard input, {"posts": {name: HTML}, "addresses": [...], "pages": {address: text}}.

define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
foreach (['load', 'compat', 'plugin', 'functions', 'l10n', 'formatting', 'kses', 'shortcodes', 'class-wp-error', 'embed', 'class-wp-oembed'] as $part) {
    require_once ABSPATH . WPINC . "/$part.php";
}

$asked = json_decode(stream_get_contents(STDIN), true);

// What would be fetched, and what would be read from a database.
function wp_safe_remote_get($address, $options = []) {
    global $asked;
    $body = $asked['pages'][strtok($address, '?')] ?? null;
    return ['response' => ['code' => $body === null ? 404 : 200], 'body' => $body ?? ''];
}
function wp_remote_retrieve_body($answer) { return $answer['body']; }
function wp_remote_retrieve_response_code($answer) { return $answer['response']['code']; }
function home_url($path = '') { return 'https://blog.example' . $path; }
function site_url($path = '') { return home_url($path); }
function wp_generate_password() { return 'aSecret123'; }

add_filter('pre_option', fn($value, $name) => $name === 'blog_charset' ? 'UTF-8' : '', 10, 2);
add_filter('oembed_dataparse', 'wp_filter_oembed_result', 10, 3);

require_once ABSPATH . WPINC . '/version.php';
$said = ['version' => $wp_version, 'posts' => array_map('wp_kses_post', $asked['posts']), 'embeds' => []];
foreach ($asked['addresses'] as $address) {
    $said['embeds'][$address] = _wp_oembed_get_object()->get_html($address, ['width' => 500, 'height' => 750, 'discover' => true]);
}
echo json_encode($said);
