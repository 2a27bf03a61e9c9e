namespace ComposerPlugin.Host;

/// <summary>How long the steps of loading a library took.</summary>
/// <param name="Open">Mapping the library into the process.</param>
/// <param name="Entry">ModuleEntry: with a library compiled ahead of time the runtime starts here.</param>
/// <param name="Factory">GetPluginFactory.</param>
/// <param name="List">Listing the classes.</param>
public readonly record struct LoadTimes(TimeSpan Open, TimeSpan Entry, TimeSpan Factory, TimeSpan List)
{
    /// <summary>All steps.</summary>
    public TimeSpan Total => Open + Entry + Factory + List;
}
