namespace ComposerPlugin.Editor;

/// <summary>What is wrong with the routing, as far as the plugin can notice.</summary>
internal enum RoutingFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No note arrives.</summary>
    NoMidi,

    /// <summary>The host takes no notes from the plugin.</summary>
    NoOutput,
}
