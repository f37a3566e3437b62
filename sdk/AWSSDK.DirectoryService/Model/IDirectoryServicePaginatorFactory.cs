namespace Amazon.DirectoryService.Model;

/// <summary>Operations that answer in pages.</summary>
public interface IDirectoryServicePaginatorFactory
{
    IDescribeClientAuthenticationSettingsPaginator DescribeClientAuthenticationSettings(
        DescribeClientAuthenticationSettingsRequest request);

    IDescribeDirectoriesPaginator DescribeDirectories(DescribeDirectoriesRequest request);

    IDescribeLDAPSSettingsPaginator DescribeLDAPSSettings(DescribeLDAPSSettingsRequest request);

    IListCertificatesPaginator ListCertificates(ListCertificatesRequest request);
}
