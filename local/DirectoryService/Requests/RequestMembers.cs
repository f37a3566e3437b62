using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Endpoint;

namespace Infra.Local.DirectoryService.Requests;

/// <summary>Members that many requests have, and what they name.</summary>
public static class RequestMembers
{
    public const string DirectoryIdPattern = @"\Ad-[0-9a-f]{10}\z";

    private const string CertificateIdPattern = @"\Ac-[0-9a-f]{10}\z";

    /// <exception cref="AwsException">The id is malformed, or <c>DirectoryDoesNotExistException</c>.</exception>
    public static AwsDirectory DirectoryIn(this DirectoryRequest request, Directories directories)
    {
        var id = request.RequiredText("DirectoryId", 0, int.MaxValue, DirectoryIdPattern);
        return directories.Find(id)
            ?? throw DirectoryErrors.Of("DirectoryDoesNotExistException", $"Directory {id} does not exist.");
    }

    public static string CertificateId(this DirectoryRequest request) =>
        request.RequiredText("CertificateId", 0, int.MaxValue, CertificateIdPattern);

    /// <exception cref="AwsException">
    /// <c>UnsupportedOperationException</c>: this type of directory takes no such certificates.
    /// </exception>
    /// <remarks>
    /// Administration guide: smart cards with AD Connector only; LDAPS also with Managed Microsoft AD. UNVERIFIED for a
    /// shared directory, whose owner has the certificates.
    /// </remarks>
    public static void DemandSupport(this AwsDirectory directory, CertificateType type)
    {
        var supported = type == CertificateType.ClientCertAuth
            ? directory.Type is DirectoryType.ADConnector
            : directory.Type is DirectoryType.ADConnector or DirectoryType.MicrosoftAD;
        if (!supported)
        {
            throw DirectoryErrors.Unsupported(
                directory, type == CertificateType.ClientCertAuth ? "smart cards" : "client-side LDAPS");
        }
    }

    /// <summary>For calls that change something.</summary>
    /// <exception cref="AwsException">
    /// <c>DirectoryUnavailableException</c>, or another <paramref name="code"/>.
    /// </exception>
    public static void DemandAvailable(this DirectoryState state, string code = "DirectoryUnavailableException")
    {
        if (state.Stage is not (DirectoryStage.Active or DirectoryStage.Impaired))
        {
            throw DirectoryErrors.Of(
                code, $"The directory is {state.Stage} and cannot serve the call now. Try again later.");
        }
    }

    /// <exception cref="AwsException"><c>NoAvailableCertificateException</c>.</exception>
    public static void DemandUsableCertificate(this DirectoryState state, CertificateType type, DateTimeOffset now)
    {
        if (!state.Certificates.Any(one => one.Type == type && one.IsUnexpired(now)))
        {
            throw DirectoryErrors.Of(
                "NoAvailableCertificateException",
                $"The directory has no certificate of type {type} that is Registered and has not expired. Register one, and wait "
                    + "for it.");
        }
    }
}
