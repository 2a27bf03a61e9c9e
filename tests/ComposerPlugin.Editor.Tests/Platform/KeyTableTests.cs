namespace ComposerPlugin.Editor.Tests;

public class KeyTableTests
{
    [Theory]
    [InlineData(0x20, ' ')]
    [InlineData(0x41, 'A')]
    [InlineData(0xE4, 'ä')]
    [InlineData(0x01E6, 'ć')]
    [InlineData(0x06C1, 'а')]
    [InlineData(0x06FF, 'Ъ')]
    [InlineData(0x07E1, 'α')]
    [InlineData(0x13BD, 'œ')]
    [InlineData(0x20AC, '€')]
    [InlineData(0x0100263A, '☺')]
    [InlineData(0xFFB7, '7')]
    [InlineData(0x02A2, '\0')]
    [InlineData(0x0101F600, '\0')]
    [InlineData(0xFFE1, '\0')]
    [InlineData(0xFF51, '\0')]
    public void Symbols_of_X11_become_characters(uint symbol, char character) =>
        Assert.Equal(character, KeySymbols.CharacterOf(symbol));

    [Theory]
    [InlineData(Key.Left, 0xFF51, 0x25, 123)]
    [InlineData(Key.Right, 0xFF53, 0x27, 124)]
    [InlineData(Key.Up, 0xFF52, 0x26, 126)]
    [InlineData(Key.Down, 0xFF54, 0x28, 125)]
    [InlineData(Key.Home, 0xFF50, 0x24, 115)]
    [InlineData(Key.End, 0xFF57, 0x23, 119)]
    [InlineData(Key.PageUp, 0xFF55, 0x21, 116)]
    [InlineData(Key.PageDown, 0xFF56, 0x22, 121)]
    [InlineData(Key.Tab, 0xFF09, 0x09, 48)]
    [InlineData(Key.Return, 0xFF0D, 0x0D, 36)]
    [InlineData(Key.Escape, 0xFF1B, 0x1B, 53)]
    [InlineData(Key.Backspace, 0xFF08, 0x08, 51)]
    [InlineData(Key.Delete, 0xFFFF, 0x2E, 117)]
    [InlineData(Key.Menu, 0xFF67, 0x5D, 110)]
    [InlineData(Key.None, 0x20, 0x20, 49)]
    internal void A_key_is_the_same_on_all_systems(Key key, uint symbol, int virtualKey, int code)
    {
        Assert.Equal(key, KeySymbols.KeyOf(symbol));
        Assert.Equal(key, VirtualKeys.KeyOf(virtualKey));
        Assert.Equal(key, CocoaKeys.KeyOf(code, isShift: false));
    }

    [Fact]
    public void Every_key_is_on_every_system()
    {
        var keys = Enum.GetValues<Key>().Order().ToArray();
        uint[] symbols = [0x20, .. Enumerable.Range(0xFE00, 0x200).Select(symbol => (uint)symbol)];
        Assert.Equal(keys, symbols.Select(KeySymbols.KeyOf).Distinct().Order());
        Assert.Equal(keys, Enumerable.Range(0, 256).Select(VirtualKeys.KeyOf).Distinct().Order());
        Assert.Equal(keys, Enumerable.Range(0, 128).Select(code => CocoaKeys.KeyOf(code, isShift: false)).Distinct().Order());
    }

    [Theory]
    [InlineData("a", 'a')]
    [InlineData("Ä", 'Ä')]
    [InlineData("", '\0')]
    [InlineData("\r", '\0')]
    [InlineData("\x7F", '\0')]
    [InlineData("\uF700", '\0')]
    public void Function_keys_of_macOS_are_no_characters(string text, char character) =>
        Assert.Equal(character, CocoaKeys.CharacterOf(text));
}
