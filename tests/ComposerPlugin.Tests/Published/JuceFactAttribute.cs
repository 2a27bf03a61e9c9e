namespace ComposerPlugin.Tests.Published;

/// <summary>A fact in the JUCE host; skipped where that is not built.</summary>
public sealed class JuceFactAttribute : FactAttribute
{
    public JuceFactAttribute() => Skip = JuceHost.Missing;
}
