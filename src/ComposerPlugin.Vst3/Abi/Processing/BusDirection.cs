namespace ComposerPlugin.Vst3;

/// <summary>Direction of a bus, seen from the plugin.</summary>
public enum BusDirection
{
    /// <summary>Into the plugin.</summary>
    Input,

    /// <summary>Out of the plugin.</summary>
    Output,
}
