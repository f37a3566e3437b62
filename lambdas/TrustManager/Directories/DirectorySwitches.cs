using Amazon.DirectoryService;
using Amazon.DirectoryService.Model;
using ServiceException = Infra.TrustManager.Retrying.ServiceException;
using ServiceFailure = Infra.TrustManager.Retrying.ServiceFailure;

namespace Infra.TrustManager.Directories;

/// <summary>Smart card sign-in and client-side LDAPS, on and off, over the API.</summary>
internal sealed class DirectorySwitches(IAmazonDirectoryService client)
{
    /// <summary>Off where the directory has no setting, and where its kind cannot have one.</summary>
    public async Task<DirectoryFeature> FindAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken)
    {
        try
        {
            return purpose == CertificatePurpose.SmartCard
                ? await FindSmartCardAsync(directoryId, cancellationToken)
                : await FindLdapsAsync(directoryId, cancellationToken);
        }
        catch (ServiceException failure) when (failure.Failure == ServiceFailure.Unsupported)
        {
            return DirectoryFeature.Off;
        }
    }

    /// <remarks>
    /// The service refuses to switch to where the switch is, with the same words for on and off: the setting decides.
    /// </remarks>
    public async Task SetAsync(
        string directoryId, CertificatePurpose purpose, bool on, CancellationToken cancellationToken)
    {
        try
        {
            var (operation, call) = Operation(directoryId, purpose, on, cancellationToken);
            await DirectoryFailures.CallAsync(operation, directoryId, call, cancellationToken);
        }
        catch (ServiceException failure) when (failure.Failure == ServiceFailure.InvalidState)
        {
            if ((await FindAsync(directoryId, purpose, cancellationToken)).IsOn != on)
            {
                throw;
            }
        }
    }

    private (string Name, Func<Task<object>> Call) Operation(
        string directoryId, CertificatePurpose purpose, bool on, CancellationToken cancellationToken) => (purpose, on)
        switch
    {
        (CertificatePurpose.SmartCard, true) => (
            "EnableClientAuthentication",
            async () => await client.EnableClientAuthenticationAsync(
                new() { DirectoryId = directoryId, Type = ClientAuthenticationType.SmartCard }, cancellationToken)),
        (CertificatePurpose.SmartCard, false) => (
            "DisableClientAuthentication",
            async () => await client.DisableClientAuthenticationAsync(
                new() { DirectoryId = directoryId, Type = ClientAuthenticationType.SmartCard }, cancellationToken)),
        (_, true) => (
            "EnableLDAPS",
            async () => await client.EnableLDAPSAsync(
                new() { DirectoryId = directoryId, Type = LDAPSType.Client }, cancellationToken)),
        _ => (
            "DisableLDAPS",
            async () => await client.DisableLDAPSAsync(
                new() { DirectoryId = directoryId, Type = LDAPSType.Client }, cancellationToken)),
    };

    private Task<DirectoryFeature> FindSmartCardAsync(string directoryId, CancellationToken cancellationToken) =>
        DirectoryFailures.CallAsync(
            "DescribeClientAuthenticationSettings",
            directoryId,
            async () =>
            {
                var request = new DescribeClientAuthenticationSettingsRequest
                {
                    DirectoryId = directoryId,
                    Type = ClientAuthenticationType.SmartCard,
                };
                var response = await client.DescribeClientAuthenticationSettingsAsync(request, cancellationToken);
                return (response.ClientAuthenticationSettingsInfo ?? [])
                    .Where(setting => setting.Type is null || setting.Type == ClientAuthenticationType.SmartCard)
                    .Select(DirectoryModel.Read)
                    .FirstOrDefault(DirectoryFeature.Off);
            },
            cancellationToken);

    private Task<DirectoryFeature> FindLdapsAsync(string directoryId, CancellationToken cancellationToken) =>
        DirectoryFailures.CallAsync(
            "DescribeLDAPSSettings",
            directoryId,
            async () =>
            {
                var request = new DescribeLDAPSSettingsRequest { DirectoryId = directoryId, Type = LDAPSType.Client };
                var response = await client.DescribeLDAPSSettingsAsync(request, cancellationToken);
                return (response.LDAPSSettingsInfo ?? [])
                    .Select(DirectoryModel.Read)
                    .FirstOrDefault(DirectoryFeature.Off);
            },
            cancellationToken);
}
