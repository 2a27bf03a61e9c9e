namespace ComposerPlugin.Tests.Published;

/// <summary>A theory in the JUCE host; skipped where that is not built.</summary>
public sealed class JuceTheoryAttribute : TheoryAttribute
{
    public JuceTheoryAttribute() => Skip = JuceHost.Missing;
}
