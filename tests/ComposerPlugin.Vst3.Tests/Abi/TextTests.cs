namespace ComposerPlugin.Vst3.Tests;

public class TextTests
{
    [Fact]
    public void Long_text_is_truncated_and_terminated()
    {
        Utf16Text128 text = new string('x', 300);
        Assert.Equal(new string('x', 127), text.ToString());
    }

    [Fact]
    public void A_pair_of_surrogates_is_not_split()
    {
        Utf16Text128 text = new string('x', 126) + "\U0001D11E";
        Assert.Equal(new string('x', 126), text.ToString());
    }

    [Fact]
    public void The_rest_of_a_field_is_cleared()
    {
        byte[] field = [9, 9, 9, 9, 9];
        Text.CopyTo("ab", field);
        Assert.Equal("ab\0\0\0"u8.ToArray(), field);
        Assert.Equal("ab", Text.From(field));
    }
}
