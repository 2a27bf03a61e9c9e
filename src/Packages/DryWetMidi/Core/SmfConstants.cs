using System.Text;

namespace Melanchall.DryWetMidi.Core;

public static class SmfConstants
{
    public static Encoding DefaultTextEncoding => Encoding.ASCII;
}
