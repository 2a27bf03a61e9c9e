using System.Runtime.CompilerServices;

namespace ComposerPlugin.Tests.Published;

/// <summary>A fact in the JUCE host; skipped if it is not built.</summary>
public sealed class JuceFactAttribute : FactAttribute
{
    public JuceFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = JuceHost.Missing;
}
