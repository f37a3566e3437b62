namespace Amazon.DirectoryService.Model;

/// <inheritdoc cref="IDirectoryServicePaginatorFactory"/>
internal sealed class DirectoryServicePaginatorFactory(IAmazonDirectoryService client)
    : IDirectoryServicePaginatorFactory
{
    public IDescribeClientAuthenticationSettingsPaginator DescribeClientAuthenticationSettings(
        DescribeClientAuthenticationSettingsRequest request) =>
        new DescribeClientAuthenticationSettingsPaginator(client, request);

    public IDescribeDirectoriesPaginator DescribeDirectories(DescribeDirectoriesRequest request) =>
        new DescribeDirectoriesPaginator(client, request);

    public IDescribeLDAPSSettingsPaginator DescribeLDAPSSettings(DescribeLDAPSSettingsRequest request) =>
        new DescribeLDAPSSettingsPaginator(client, request);

    public IListCertificatesPaginator ListCertificates(ListCertificatesRequest request) =>
        new ListCertificatesPaginator(client, request);
}
