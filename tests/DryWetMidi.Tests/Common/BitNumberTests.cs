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

    [Theory]
    [InlineData("0", true)]
    [InlineData("127", true)]
    [InlineData("128", false)]
    [InlineData("-1", false)]
    [InlineData("C4", false)]
    public void Text_is_parsed_where_it_names_a_value(string text, bool valid)
    {
        Assert.Equal(valid, SevenBitNumber.TryParse(text, out SevenBitNumber number));
        if (valid)
            Assert.Equal(text, number.ToString());
        else
            Assert.Throws<FormatException>(() => SevenBitNumber.Parse(text));
    }

    [Fact]
    public void Numbers_compare_and_convert_as_their_bytes_do()
    {
        Assert.Equal((SevenBitNumber)5, new SevenBitNumber(5));
        Assert.True(((SevenBitNumber)5).CompareTo((SevenBitNumber)6) < 0);
        Assert.Equal(5, Convert.ToInt32((FourBitNumber)5));
        Assert.Equal(128, SevenBitNumber.Values.Length);
        Assert.Equal(FourBitNumber.MaxValue, FourBitNumber.Values[^1]);
    }
}
