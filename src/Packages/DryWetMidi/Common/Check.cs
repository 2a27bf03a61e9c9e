using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Melanchall.DryWetMidi.Common;

internal static class Check
{
    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new InvalidEnumArgumentException(name, Convert.ToInt32(value), typeof(T));

    public static byte AtMost(byte value, byte max, [CallerArgumentExpression(nameof(value))] string name = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
        return value;
    }
}
