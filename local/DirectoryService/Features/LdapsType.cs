namespace Infra.Local.DirectoryService.Features;

/// <summary>Which side LDAPS is for, in the words of Directory Service.</summary>
public enum LdapsType
{
    Client,
}
