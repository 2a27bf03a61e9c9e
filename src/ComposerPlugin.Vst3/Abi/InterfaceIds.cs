namespace ComposerPlugin.Vst3;

/// <summary>Identities of the interfaces, from the SDK headers.</summary>
internal static class InterfaceIds
{
    public static readonly Uid Unknown = new(0x00000000, 0x00000000, 0xC0000000, 0x00000046);
    public static readonly Uid PluginFactory = new(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F);
    public static readonly Uid PluginFactory2 = new(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);
    public static readonly Uid PluginFactory3 = new(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);
    public static readonly Uid PluginBase = new(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625);
    public static readonly Uid Component = new(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);
    public static readonly Uid AudioProcessor = new(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);
    public static readonly Uid ProcessContextRequirements = new(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0);
    public static readonly Uid EditController = new(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);
    public static readonly Uid MidiMapping = new(0xDF0FF9F7, 0x49B74669, 0xB63AB732, 0x7ADBF5E5);
    public static readonly Uid UnitInfo = new(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1);
    public static readonly Uid EventList = new(0x3A2C4214, 0x346349FE, 0xB2C4F397, 0xB9695A44);
    public static readonly Uid ParameterChanges = new(0xA4779663, 0x0BB64A56, 0xB44384A8, 0x466FEB9D);
    public static readonly Uid ParameterQueue = new(0x01263A18, 0xED074F6F, 0x98C9D356, 0x4686F9BA);
    public static readonly Uid Stream = new(0xC3BF6EA2, 0x30994752, 0x9B6BF990, 0x1EE33E9B);
    public static readonly Uid HostApplication = new(0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);
    public static readonly Uid ComponentHandler = new(0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);
    public static readonly Uid ComponentHandler2 = new(0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);
    public static readonly Uid ComponentHandler3 = new(0x69F11617, 0xD26B400D, 0xA4B6B964, 0x7B6EBBAB);
    public static readonly Uid PlugView = new(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29);
    public static readonly Uid ContentScale = new(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F);
    public static readonly Uid ParameterFinder = new(0x0F618302, 0x215D4587, 0xA512073C, 0x77B9D383);
    public static readonly Uid EventHandler = new(0x561E65C9, 0x13A0496F, 0x813A2C35, 0x654D7983);
    public static readonly Uid TimerHandler = new(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9);
    public static readonly Uid PlugFrame = new(0x367FAF01, 0xAFA94693, 0x8D4DA2A0, 0xED0882A3);
    public static readonly Uid RunLoop = new(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);
    public static readonly Uid ContextMenu = new(0x2E93C863, 0x0C9C4588, 0x97DBECF5, 0xAD17817D);
}
