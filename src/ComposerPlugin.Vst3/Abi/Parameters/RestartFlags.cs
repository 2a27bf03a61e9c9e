namespace ComposerPlugin.Vst3;

/// <summary>What the host must read again.</summary>
[Flags]
public enum RestartFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The whole plugin.</summary>
    ReloadComponent = 1 << 0,

    /// <summary>The buses.</summary>
    BusesChanged = 1 << 1,

    /// <summary>Several parameter values.</summary>
    ParameterValuesChanged = 1 << 2,

    /// <summary>The latency.</summary>
    LatencyChanged = 1 << 3,

    /// <summary>Parameter titles, defaults or flags.</summary>
    ParameterTitlesChanged = 1 << 4,

    /// <summary>The mapping of MIDI controllers to parameters.</summary>
    MidiMappingChanged = 1 << 5,
}
