using Melanchall.DryWetMidi.Common;

namespace DryWetMidi.Tests.Common;

public class BitNumberTests
{
    [Fact]
    public void Every_value_in_range_survives_the_conversion_to_a_byte_and_back()
    {
        for (byte value = 0; value < 128; value++)
            Assert.Equal(value, (byte)(SevenBitNumber)value);
        for (byte value = 0; value < 16; value++)
            Assert.Equal(value, (byte)(FourBitNumber)value);
    }

    [Fact]
    public void A_value_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SevenBitNumber(128));
        Assert.Throws<ArgumentOutOfRangeException>(() => (SevenBitNumber)(byte)255);
        Assert.Throws<ArgumentOutOfRangeException>(() => (FourBitNumber)(byte)16);
    }

    [Fact]
    public void Numbers_are_equal_by_their_values()
    {
        Assert.Equal((SevenBitNumber)5, new SevenBitNumber(5));
        Assert.NotEqual((FourBitNumber)5, (FourBitNumber)6);
        Assert.Equal((0, 127, 15), (SevenBitNumber.MinValue, SevenBitNumber.MaxValue, FourBitNumber.MaxValue));
    }
}
