using System.Text;

namespace Melanchall.DryWetMidi.Core;

public class WritingSettings
{
    public bool UseRunningStatus { get; set; }

    public Encoding TextEncoding { get; set; } = SmfConstants.DefaultTextEncoding;
}
