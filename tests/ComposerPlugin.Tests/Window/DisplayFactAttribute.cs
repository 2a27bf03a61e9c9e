using System.Runtime.CompilerServices;
using ComposerPlugin.Tests.Published;

namespace ComposerPlugin.Tests.Window;

/// <summary>A fact in the JUCE host's window; skipped without the host or a screen.</summary>
public sealed class DisplayFactAttribute : FactAttribute
{
    public DisplayFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = JuceHost.Missing ?? Display.Missing;
}
