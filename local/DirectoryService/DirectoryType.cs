namespace Infra.Local.DirectoryService;

/// <summary>What a directory is, in the words of Directory Service.</summary>
public enum DirectoryType
{
    SimpleAD,
    ADConnector,
    MicrosoftAD,
    SharedMicrosoftAD,
}
