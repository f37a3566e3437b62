namespace Infra.AWSSDK.DirectoryService.Tests.Directories;

/// <summary>Valid values.</summary>
internal static class Some
{
    public const string DirectoryId = "d-9067012345";

    public const string CertificateId = "c-906701234a";
}
