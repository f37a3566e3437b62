namespace Infra.Local.DirectoryService.Features;

/// <summary>Status of client-side LDAPS, in the words of Directory Service.</summary>
public enum LdapsStatus
{
    Disabled,
    Enabling,
    Enabled,
    EnableFailed,
}
