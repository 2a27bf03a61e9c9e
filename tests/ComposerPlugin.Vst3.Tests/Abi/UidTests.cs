namespace ComposerPlugin.Vst3.Tests;

public class UidTests
{
    private static readonly Uid _id = new(0x00112233, 0x44556677, 0x8899AABB, 0xCCDDEEFF);

    [Fact]
    public void Linux_and_macOS_hold_the_numbers_as_big_endian_bytes()
    {
        byte[] bytes = new byte[Uid.Size];
        _id.Write(bytes, comOrder: false);
        Assert.Equal("00112233445566778899AABBCCDDEEFF", Convert.ToHexString(bytes));
        Assert.Equal(_id, Uid.Read(bytes, comOrder: false));
    }

    [Fact]
    public void Windows_holds_the_numbers_in_the_order_of_a_COM_GUID()
    {
        byte[] bytes = new byte[Uid.Size];
        _id.Write(bytes, comOrder: true);
        Assert.Equal(new Guid("00112233-4455-6677-8899-AABBCCDDEEFF").ToByteArray(), bytes);
        Assert.Equal(_id, Uid.Read(bytes, comOrder: true));
    }

    [Fact]
    public void Text_is_the_same_on_every_system() => Assert.Equal("00112233445566778899AABBCCDDEEFF", _id.ToString());

    [Theory]
    [InlineData("0000000000000000C000000000000046", nameof(InterfaceIds.Unknown))]
    [InlineData("7A4D811C52114A1FAED9D2EE0B43BF9F", nameof(InterfaceIds.PluginFactory))]
    [InlineData("0007B650F24B4C0BA464EDB9F00B2ABB", nameof(InterfaceIds.PluginFactory2))]
    [InlineData("4555A2ABC1234E579B12291036878931", nameof(InterfaceIds.PluginFactory3))]
    [InlineData("22888DDB156E45AE8358B34808190625", nameof(InterfaceIds.PluginBase))]
    [InlineData("E831FF31F2D54301928EBBEE25697802", nameof(InterfaceIds.Component))]
    [InlineData("42043F99B7DA453CA569E79D9AAEC33D", nameof(InterfaceIds.AudioProcessor))]
    [InlineData("2A654303EF764E3D95B5FE83730EF6D0", nameof(InterfaceIds.ProcessContextRequirements))]
    [InlineData("DCD7BBE37742448DA874AACC979C759E", nameof(InterfaceIds.EditController))]
    [InlineData("DF0FF9F749B74669B63AB7327ADBF5E5", nameof(InterfaceIds.MidiMapping))]
    [InlineData("3A2C4214346349FEB2C4F397B9695A44", nameof(InterfaceIds.EventList))]
    [InlineData("A47796630BB64A56B44384A8466FEB9D", nameof(InterfaceIds.ParameterChanges))]
    [InlineData("01263A18ED074F6F98C9D3564686F9BA", nameof(InterfaceIds.ParameterQueue))]
    [InlineData("C3BF6EA2309947529B6BF9901EE33E9B", nameof(InterfaceIds.Stream))]
    [InlineData("58E595CCDB2D49698B6AAF8C36A664E5", nameof(InterfaceIds.HostApplication))]
    [InlineData("93A0BEA30BD045DB8E890B0CC1E46AC6", nameof(InterfaceIds.ComponentHandler))]
    [InlineData("F040B4B3A36045ECABCDC045B4D5A2CC", nameof(InterfaceIds.ComponentHandler2))]
    [InlineData("69F11617D26B400DA4B6B9647B6EBBAB", nameof(InterfaceIds.ComponentHandler3))]
    [InlineData("5BC32507D06049EAA6151B522B755B29", nameof(InterfaceIds.PlugView))]
    [InlineData("65ED96908AC445258AADEF7A72EA703F", nameof(InterfaceIds.ContentScale))]
    [InlineData("0F618302215D4587A512073C77B9D383", nameof(InterfaceIds.ParameterFinder))]
    [InlineData("561E65C913A0496F813A2C35654D7983", nameof(InterfaceIds.EventHandler))]
    [InlineData("10BDD94F41424774821FAD8FECA72CA9", nameof(InterfaceIds.TimerHandler))]
    [InlineData("367FAF01AFA946938D4DA2A0ED0882A3", nameof(InterfaceIds.PlugFrame))]
    [InlineData("18C3536697764F1A9C5B83857A871389", nameof(InterfaceIds.RunLoop))]
    [InlineData("2E93C8630C9C458897DBECF5AD17817D", nameof(InterfaceIds.ContextMenu))]
    public void Interface_has_the_identity_of_the_SDK(string bytes, string name)
    {
        var id = (Uid)typeof(InterfaceIds).GetField(name)!.GetValue(null)!;
        Assert.Equal(bytes, id.ToString());
    }
}
