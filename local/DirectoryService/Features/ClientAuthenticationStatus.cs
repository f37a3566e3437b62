namespace Infra.Local.DirectoryService.Features;

/// <summary>Status of smart card sign-in, in the words of Directory Service.</summary>
public enum ClientAuthenticationStatus
{
    Disabled,
    Enabled,
}
