namespace Infra.Local.DirectoryService.Features;

/// <summary>How people sign in, in the words of Directory Service.</summary>
public enum ClientAuthenticationType
{
    SmartCard,

    /// <summary>In the service model, and not supported; API reference, EnableClientAuthentication.</summary>
    SmartCardOrPassword,
}
